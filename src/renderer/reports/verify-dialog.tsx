import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorReply } from '../../shared/app-error.ts';
import type { VerifyResult } from '../../shared/contract/reports.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { StatusDot } from '../components/status-dot.tsx';
import { useDesk } from '../desk-context.ts';
import { chooseFiles } from '../imports/choose-files.ts';
import { errorReplyOf } from '../stores/error-reply.ts';
import styles from './report-dialog.module.css';
import { verifyFiles } from './verify-files.ts';

const dots = { ok: 'good', changed: 'bad', missing: 'bad', unknown: 'none' } as const;

/** Checks a report that someone handed over: its manifest, with the files that belong to it. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { transport } = useDesk();
  const [result, setResult] = useState<VerifyResult | null>(null);
  const [error, setError] = useState<ErrorReply | null>(null);
  const check = async (): Promise<void> => {
    const files = await chooseFiles();
    if (files.length === 0) return;
    setResult(null);
    setError(null);
    try {
      setResult(await verifyFiles(transport, files));
    } catch (thrown) {
      setError(errorReplyOf(thrown));
    }
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('action.close')}</Button>
      <Button look="primary" icon={<FileSearch size={16} aria-hidden />} onClick={() => void check()}>
        {t('verify.choose')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('verify.title')} width="small" onClose={onClose} footer={footer}>
      <div className={styles.content}>
        {error !== null && <ErrorView compact title={t('verify.failed')} error={error} />}
        {result !== null && (
          <>
            <h3 className={styles.heading}>{t('verify.of', { symbol: result.symbol, asOf: result.asOf, createdAt: result.createdAt })}</h3>
            <ul className={styles.files}>
              {result.items.map(({ kind, name, state }) => (
                <li key={`${kind} ${name}`} className={styles.file}>
                  <span className={styles.name} title={name}>{name}</span>
                  <StatusDot state={dots[state]} />
                  <span className={styles.hint}>{t(`verify.state.${state}`)}</span>
                </li>
              ))}
            </ul>
            <p role="status" data-ok={result.ok} className={styles.verdict}>
              {result.ok ? t('report.verified') : t('report.changed', { names: result.items.filter(({ state }) => state === 'changed' || state === 'missing').map(({ name }) => name).join(', ') })}
            </p>
          </>
        )}
        <p className={styles.hint}>{t('verify.hint')}</p>
      </div>
    </Dialog>
  );
}
