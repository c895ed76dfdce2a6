import { app, dialog } from 'electron';
import type { App } from '../app.ts';
import type { Log } from '../ports.ts';
import type { FollowedSettings } from './follow-settings.ts';

const explainedKey = 'desktop.trayExplained';

/** Says once, after the window was closed for the first time, that the app goes on in the tray, and offers to quit instead. Never rejects. */
export async function explainTrayOnce(core: App, settings: FollowedSettings, log: Log): Promise<void> {
  if (settings.isOn(explainedKey)) return;
  try {
    const texts = settings.texts();
    await core.dispatch('settings.set', { key: explainedKey, value: true }, { id: 'desktop' });
    const { response } = await dialog.showMessageBox({ type: 'info', message: texts.staysTitle, detail: texts.stays, buttons: [texts.understood, texts.quit], defaultId: 0, cancelId: 0 });
    if (response === 1) app.quit();
  } catch (error) {
    log.warn('tray-explained', { error: String(error) });
  }
}
