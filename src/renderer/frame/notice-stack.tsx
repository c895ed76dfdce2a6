import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorText } from '../../shared/app-error.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { alertText } from '../../shared/i18n/alert-text.ts';
import { Button } from '../components/button.tsx';
import { CopyDetails } from '../components/copy-details.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useDesk } from '../desk-context.ts';
import type { Desk } from '../desk.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { Notice } from '../stores/notices-store.ts';
import { isIncomplete } from '../tasks/is-incomplete.ts';
import { refreshSummary } from '../tasks/refresh-summary.ts';
import styles from './notice-stack.module.css';

/** Short notes at the foot of the window, for what the user did and cannot see. They stay until closed: nothing to read against a clock. */
export function NoticeStack() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { notices, navigation } = desk;
  const shown = useStore(notices, (state) => state.notices);
  return (
    <div role="status" className={styles.stack}>
      {shown.map(({ id, content }) => (
        <div key={id} className={styles.notice} data-state={noticeState(content)}>
          <p className={styles.text}>
            <NoticeText content={content} />
          </p>
          {content.kind === 'refreshed' && isIncomplete(content.result) && (
            <Button look="quiet" onClick={() => showHealth(desk, () => notices.getState().dismiss(id))}>{t('refresh.details')}</Button>
          )}
          {content.kind === 'alerts' && <Button look="quiet" onClick={() => navigation.getState().openPage('alerts')}>{t('alerts.open')}</Button>}
          {content.kind === 'error' && <CopyDetails error={content.error} />}
          <IconButton
            side="top"
            label={t('action.close')}
            icon={<X size={16} aria-hidden />}
            onClick={() => notices.getState().dismiss(id)}
          />
        </div>
      ))}
    </div>
  );
}

/** A refresh that left something out is no success. */
function noticeState(content: Notice['content']): 'good' | 'warn' | 'bad' {
  if (content.kind === 'error') return 'bad';
  return content.kind === 'refreshed' && isIncomplete(content.result) ? 'warn' : 'good';
}

function showHealth({ sources, navigation }: Desk, done: () => void): void {
  sources.getState().show('health');
  navigation.getState().openPage('data');
  done();
}

const shownLines = 4;

function NoticeText({ content }: Pick<Notice, 'content'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (content.kind === 'error') return errorText(content.error.code, content.error.params, language);
  if (content.kind === 'undone' && content.members > 0) return t('import.undone.list', { count: content.members, members: formatCount(content.members) });
  if (content.kind === 'undone') return t('import.undone', { removed: formatCount(content.removed), restored: formatCount(content.restored) });
  if (content.kind === 'refreshed') return refreshSummary(t, language, content.result);
  const { lines } = content;
  return (
    <>
      {lines.slice(0, shownLines).map(({ id, subject, name, condition }) => (
        <span key={id} className={styles.line}>{`${subject === '*' ? t('alert.anywhere') : subject.slice(subject.indexOf(':') + 1)} · ${name === '' ? alertText(condition, language) : name}`}</span>
      ))}
      {lines.length > shownLines && <span className={styles.line}>{t('alert.note.more', { count: lines.length - shownLines })}</span>}
    </>
  );
}
