import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { errorText } from '../../shared/app-error.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { CopyDetails } from '../components/copy-details.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './notice-stack.module.css';

/** Short notes at the foot of the window, for what the user did and cannot see. They stay until closed: nothing to read against a clock. */
export function NoticeStack() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { notices } = useDesk();
  const shown = useStore(notices, (state) => state.notices);
  return (
    <div role="status" className={styles.stack}>
      {shown.map(({ id, content }) => (
        <div key={id} className={styles.notice} data-kind={content.kind}>
          <p className={styles.text}>
            {content.kind === 'error'
              ? errorText(content.error.code, content.error.params, language)
              : t('import.undone', { removed: formatCount(content.removed), restored: formatCount(content.restored) })}
          </p>
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
