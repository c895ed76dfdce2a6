import { Notification } from 'electron';
import type { Notifier } from '../ports.ts';

/** A note that is no longer referred to hears of no click; those before the newest few have left the screen. */
const heldNotes = 20;

/** The system's notifications; `onClick` hears which alert the clicked one told of, null for none. */
export function createElectronNotifier(onClick: (alert: number | null) => void): Notifier {
  const held: Notification[] = [];
  return {
    notify({ title, body, alert }) {
      if (!Notification.isSupported()) return;
      const note = new Notification({ title, body });
      note.on('click', () => onClick(alert));
      note.show();
      held.push(note);
      if (held.length > heldNotes) held.shift();
    },
  };
}
