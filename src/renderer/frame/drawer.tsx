import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { classNames } from '../components/class-names.ts';
import styles from './drawer.module.css';

interface DrawerProps {
  readonly label: string;
  readonly side: 'left' | 'right';
  readonly widthPx: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A side panel over the work area, for narrow windows. Esc and a click outside close it. */
export function Drawer({ label, side, widthPx, onClose, children }: DrawerProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup aria-label={label} className={classNames(styles.drawer, styles[side])} style={{ width: widthPx }}>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
