import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorText } from '../../shared/app-error.ts';
import type { ReportResult } from '../../shared/contract/reports.ts';
import { formatBytes } from '../../shared/format/format-bytes.ts';
import { Button } from '../components/button.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './report-dialog.module.css';

/** The files of a finished report, what could not be written, and what a check of it found. */
export function ReportFiles({ result }: { readonly result: ReportResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { reports } = useDesk();
  const verification = useStore(reports, (state) => state.verification);
  const changed = verification?.items.filter(({ state }) => state === 'changed' || state === 'missing').map(({ name }) => name) ?? [];
  return (
    <>
      <h3 className={styles.heading}>{t('report.files')}</h3>
      <ul className={styles.files}>
        {[...result.files, result.manifest].map((file) => (
          <li key={file.name} className={styles.file}>
            <span className={styles.name} title={file.name}>{file.name}</span>
            <span className={styles.hint}>{formatBytes(file.bytes)}</span>
            <Button look="quiet" aria-label={`${t('report.save')} ${file.name}`} onClick={() => void reports.getState().keep(file)}>
              {t('report.save')}
            </Button>
          </li>
        ))}
      </ul>
      {result.failures.map(({ format, error }) => (
        <p key={format} role="alert" className={styles.problem}>
          {t('report.partly', { format: format.toUpperCase() })}: {errorText(error.code, error.params, language)}
        </p>
      ))}
      {verification !== null && (
        <p role="status" data-ok={verification.ok} className={styles.verdict}>
          {verification.ok ? t('report.verified') : t('report.changed', { names: changed.join(', ') })}
        </p>
      )}
    </>
  );
}
