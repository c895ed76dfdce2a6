import { Notification } from 'electron';
import type { Notifier } from '../ports.ts';

/** The system's notifications; a click on one brings the window to the front. */
export function createElectronNotifier(onClick: () => void): Notifier {
  return {
    notify({ title, body }) {
      if (!Notification.isSupported()) return;
      const note = new Notification({ title, body });
      note.on('click', onClick);
      note.show();
    },
  };
}
