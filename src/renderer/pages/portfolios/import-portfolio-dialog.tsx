import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioImport } from '../../../shared/contract/portfolios.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { FormField } from '../../watchlists/form-field.tsx';
import { useChange } from '../../watchlists/use-change.ts';
import { CheckField } from '../symbol/check-field.tsx';
import styles from '../../watchlists/watchlist-form.module.css';

const shownRows = 100;

/** Takes a chosen file into a portfolio and says which rows were not taken over, and why. */
export function ImportPortfolioDialog({ file, name: proposed, onClose }: { readonly file: File; readonly name: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { portfolios } = useDesk();
  const [name, setName] = useState(proposed);
  const [replace, setReplace] = useState(false);
  const [done, setDone] = useState<PortfolioImport | null>(null);
  const { isBusy, error, run } = useChange();
  const take = async (): Promise<void> => {
    const taken = await portfolios.getState().importFile(file, name.trim(), replace);
    if (taken.rejected.length === 0 && taken.missing.length === 0) onClose();
    else setDone(taken);
  };
  const footer =
    done !== null ? (
      <Button look="primary" onClick={onClose}>{t('action.close')}</Button>
    ) : (
      <>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button look="primary" disabled={name.trim() === '' || isBusy} onClick={() => run(take)}>{t('portfolio.import.now')}</Button>
      </>
    );
  return (
    <Dialog title={t('portfolio.import.title', { file: file.name })} width="small" onClose={onClose} footer={footer}>
      {error !== null && <ErrorView compact title={t('portfolio.import.failed')} error={error} />}
      {done !== null ? (
        <ImportedRows done={done} />
      ) : (
        <div className={styles.form}>
          <FormField label={t('portfolio.import.name')} value={name} maxLength={64} onChange={setName} />
          <CheckField label={t('portfolio.import.replace')} checked={replace} onChange={() => setReplace(!replace)} />
          <p className={styles.hint}>{t('portfolio.empty.hint')}</p>
        </div>
      )}
    </Dialog>
  );
}

function ImportedRows({ done: { imported, rejected, missing } }: { readonly done: PortfolioImport }) {
  const { t } = useTranslation();
  return (
    <div className={styles.form} role="status">
      <ul className={styles.done}>
        <li>{t('portfolio.import.done', { count: imported })}</li>
        {missing.length > 0 && <li>{t('portfolio.import.missing', { symbols: missing.join(', ') })}</li>}
        {rejected.length > 0 && <li>{t('portfolio.import.rejected', { count: rejected.length })}</li>}
      </ul>
      <ul className={styles.done}>
        {rejected.slice(0, shownRows).map(({ line, reason, detail, text }) => (
          <li key={line} title={text}>
            <span className={styles.hint}>{t('watchlist.line', { line })}</span>
            <span>{t(`portfolio.reason.${reason}`)}</span>
            <span className={styles.code}>{detail}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
