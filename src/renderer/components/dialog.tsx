import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  readonly title: string;
  readonly width: 'small' | 'medium' | 'large';
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A window over the page: title line, content that scrolls, actions below. Esc and a click outside close it. */
export function Dialog({ title, width, onClose, footer, children }: DialogProps) {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  // What is written comes first. Never the close button: its tooltip would take the first Esc.
  const firstField = (): HTMLElement | null => popup.current?.querySelector<HTMLElement>('input[type=text], textarea') ?? popup.current;
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup ref={popup} initialFocus={firstField} className={classNames(styles.popup, styles[width])}>
          <header className={styles.header}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            <IconButton label={t('action.close')} keys="Esc" icon={<X size={16} aria-hidden />} onClick={onClose} />
          </header>
          <div className={styles.content}>{children}</div>
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
