import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { useChange } from '../../watchlists/use-change.ts';
import styles from './fetch-company.module.css';

/** Asks the sources for a company's reports; what they bring is shown by whoever reads them. */
export function FetchCompany({ symbol }: { readonly symbol: string }) {
  const { t } = useTranslation();
  const { transport } = useDesk();
  const { isBusy, error, run } = useChange();
  const fetchNow = (): void => run(async () => void (await transport.invoke('company.fetch', { symbol })));
  return (
    <div aria-live="polite" className={styles.fetch}>
      <Button onClick={fetchNow} disabled={isBusy}>{t(isBusy ? 'company.fetching' : 'company.fetch')}</Button>
      {error !== null && <ErrorView compact title={t('company.fetch.failed')} error={error} />}
    </div>
  );
}
