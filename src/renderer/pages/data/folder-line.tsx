import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorText, type ErrorReply } from '../../../shared/app-error.ts';
import { formatUtc } from '../../../shared/time.ts';
import { StatusDot } from '../../components/status-dot.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './folder-line.module.css';

const dots = { live: 'good', polled: 'good', off: 'none' } as const;
const longestPath = 1_000;

/** The watched folder: which one, how it is looked into, and what in it cannot be imported. */
export function FolderLine() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { sources, notices } = useDesk();
  const read = useStore(sources, ({ folder }) => folder);
  const change = (path: string): void => void sources.getState().setFolder(path).catch(notices.getState().showThrown);
  const told = ({ code, params }: ErrorReply): string => errorText(code, params, language);
  if (read.value === null) return read.state === 'failed' ? <p role="alert" className={styles.problem}>{told(read.error)}</p> : null;
  const { path, mode, lookedAt, waiting, failures, problem } = read.value;
  const facts = [
    t(`folder.mode.${mode}`),
    ...(lookedAt === null ? [] : [t('folder.lookedAt', { at: formatUtc(lookedAt).slice(0, 16).replace('T', ' ') })]),
    ...(waiting.length > 0 ? [t('folder.waiting', { count: waiting.length })] : []),
    ...(failures.length > 0 ? [t('folder.failed', { count: failures.length })] : []),
  ];
  return (
    <section aria-label={t('folder.title')} className={styles.folder}>
      <div className={styles.line}>
        <strong>{t('folder.title')}</strong>
        <span className={styles.path}>
          <TextField label={t('folder.title')} value={path} placeholder={t('folder.placeholder')} maxLength={longestPath} onDone={change} />
        </span>
        {path !== '' && (
          <span className={styles.state}>
            <StatusDot state={problem !== null || failures.length > 0 ? 'warn' : dots[mode]} />
            {facts.join(' · ')}
          </span>
        )}
      </div>
      {problem !== null && <p role="status" className={styles.problem}>{told(problem)}</p>}
      {failures.length > 0 && (
        <ul aria-label={t('folder.failures')} className={styles.failures}>
          {failures.map(({ file, error: reason }) => (
            <li key={file}>
              <span className={styles.file}>{file}</span>
              {told(reason)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
