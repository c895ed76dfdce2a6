import { Search } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { FoundInstrument } from '../../shared/contract/refresh.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { errorReplyOf } from '../stores/error-reply.ts';
import styles from './add-symbols-dialog.module.css';

const formId = 'add-symbols';

/** Adds symbols by code, or by a name that a source knows: their bars are fetched, and with the first of them they are in the list. */
export function AddSymbolsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sources } = useDesk();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly FoundInstrument[] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReply | null>(null);
  const { refresh, search, take } = sources.getState();

  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (thrown) {
      setError(errorReplyOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const codes = text.split(/[\s,;，；、]+/).filter((code) => code !== '');
  const fetchBars = (symbols: readonly string[]): Promise<void> => run(async () => refresh({ symbols: [...symbols] }).then(onClose));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (codes.length > 0 && !isBusy) void fetchBars(codes);
  };
  const footer = (
    <>
      <Button icon={<Search size={16} aria-hidden />} disabled={isBusy || text.trim() === ''} onClick={() => void run(async () => setFound(await search(text.trim())))}>
        {t(isBusy ? 'add.searching' : 'add.search')}
      </Button>
      <Button look="primary" type="submit" form={formId} disabled={isBusy || codes.length === 0}>{t('add.fetch')}</Button>
    </>
  );
  return (
    <Dialog title={t('add.title')} width="medium" onClose={onClose} footer={footer}>
      <form id={formId} onSubmit={submit} className={styles.form}>
        <label className={styles.label} htmlFor="add-symbols-text">{t('add.field')}</label>
        <input id="add-symbols-text" type="text" spellCheck={false} autoComplete="off" maxLength={2_000} value={text} onChange={(event) => setText(event.target.value)} className={styles.input} />
        <p className={styles.hint}>{t('add.hint')}</p>
      </form>
      {error !== null && <ErrorView compact error={error} />}
      {found !== null && found.length === 0 && <p role="status" className={styles.none}>{t('add.none')}</p>}
      {found !== null && found.length > 0 && (
        <ul aria-label={t('add.found')} className={styles.found}>
          {found.map(({ symbol, nameEn, nameZh, kind, source, known }) => (
            <li key={symbol} className={styles.row}>
              <strong className={styles.symbol}>{symbol}</strong>
              <span className={styles.name}>{(language === 'zh' ? nameZh : nameEn) ?? nameEn ?? nameZh ?? ''}</span>
              <span className={styles.hint}>{`${kind} · ${source}`}</span>
              {known ? <span className={styles.hint}>{t('add.known')}</span> : <Button disabled={isBusy} onClick={() => void run(async () => take(symbol).then(onClose))}>{t('add.take', { symbol })}</Button>}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
