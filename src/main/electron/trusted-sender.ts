import { isOwnPage } from './page-address.ts';

/** What is known of the frame that sent a message; null when it has navigated away or is gone. */
interface SendingFrame {
  readonly url: string;
  readonly parent: unknown;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

/** Whether a message comes from the top frame of the app's own page, and from no other. */
export function isTrustedSender(frame: SendingFrame | null): boolean {
  return frame !== null && !frame.isDestroyed() && !frame.detached && frame.parent === null && isOwnPage(frame.url);
}
