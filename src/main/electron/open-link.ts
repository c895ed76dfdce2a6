import { dialog, shell } from 'electron';
import type { Log } from '../ports.ts';
import { isLinkAllowed } from './contents-rules.ts';
import type { DesktopTexts } from './desktop-texts.ts';

/** Opens a link in the user's browser after asking; the question shows the whole address. Never rejects. */
export async function openLink(address: string, texts: DesktopTexts, log: Log): Promise<void> {
  if (!isLinkAllowed(address)) {
    log.warn('link-refused', { scheme: URL.parse(address)?.protocol ?? 'none' });
    return;
  }
  try {
    const { response } = await dialog.showMessageBox({ type: 'question', message: texts.openLink, detail: address, buttons: [texts.cancel, texts.open], defaultId: 0, cancelId: 0 });
    if (response === 1) await shell.openExternal(address);
  } catch (error) {
    log.warn('link-failed', { error: String(error) });
  }
}
