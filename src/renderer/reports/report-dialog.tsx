import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { reportFormats } from '../../shared/contract/reports.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorView } from '../components/error-view.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { CheckField } from '../pages/symbol/check-field.tsx';
import { ReportFiles } from './report-files.tsx';
import styles from './report-dialog.module.css';

/** A report on the chosen symbol: formats, then the files, each of which can be saved, and a check of the whole. */
export function ReportDialog({ symbol, onClose }: { readonly symbol: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { reports, navigation } = useDesk();
  const { formats, task, result, error } = useStore(reports);
  const { toggle, create, verify, again } = reports.getState();
  const close = (): void => {
    again();
    onClose();
  };
  const footer =
    result !== null ? (
      <>
        <Button onClick={again}>{t('report.again')}</Button>
        <Button icon={<ShieldCheck size={16} aria-hidden />} onClick={() => void verify()}>
          {t('report.verify')}
        </Button>
        <Button look="primary" onClick={close}>
          {t('action.close')}
        </Button>
      </>
    ) : (
      <>
        <Button onClick={close}>{t('action.cancel')}</Button>
        <Button look="primary" disabled={task !== null || formats.size === 0} onClick={() => void create(symbol, language)}>
          {task !== null ? t('report.running') : t('report.create')}
        </Button>
      </>
    );
  return (
    <Dialog title={t('report.title', { symbol: symbol.slice(symbol.indexOf(':') + 1) })} width="small" onClose={close} footer={footer}>
      <div className={styles.content}>
        {error !== null && <ErrorView compact title={t('report.failed')} error={error} />}
        {result !== null ? (
          <ReportFiles result={result} />
        ) : (
          <fieldset className={styles.formats} disabled={task !== null}>
            <legend>{t('report.formats')}</legend>
            {reportFormats.map((format) => (
              <CheckField key={format} label={t(`report.format.${format}`)} checked={formats.has(format)} onChange={() => toggle(format)} />
            ))}
            {formats.size === 0 && <p className={styles.hint}>{t('report.noFormat')}</p>}
          </fieldset>
        )}
        <p className={styles.hint}>{t('report.hint')}</p>
        <LinkButton onClick={() => { again(); navigation.getState().openOverlay('verify'); }}>{t('verify.command')}</LinkButton>
      </div>
    </Dialog>
  );
}
