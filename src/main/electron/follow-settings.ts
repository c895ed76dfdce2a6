import { app, Menu, nativeTheme } from 'electron';
import type { MenuCommand } from '../../shared/contract/event.ts';
import type { Setting } from '../../shared/contract/settings.ts';
import type { App } from '../app.ts';
import { applicationMenu } from './application-menu.ts';
import { desktopTexts, type DesktopTexts } from './desktop-texts.ts';

/** Keeps the system's side (menu language, native colours) in step with the settings; returns the texts in force. */
export async function followSettings(core: App, run: (command: MenuCommand) => void): Promise<() => DesktopTexts> {
  let texts = desktopTexts(systemLanguage());
  await apply();
  core.events.subscribe((event) => {
    if (event.type === 'settings' && event.keys.some((key) => key === 'ui.language' || key === 'ui.theme')) void apply();
  });
  return () => texts;

  async function apply(): Promise<void> {
    const reply = await core.dispatch('settings.list', {}, { id: 'desktop' });
    const settings = new Map(reply.ok ? (reply.value as readonly Setting[]).map(({ key, value }) => [key, value]) : []);
    const language = settings.get('ui.language');
    texts = desktopTexts(language === 'en' || language === 'zh' ? language : systemLanguage());
    Menu.setApplicationMenu(Menu.buildFromTemplate([...applicationMenu(process.platform, texts, run)]));
    const theme = settings.get('ui.theme');
    nativeTheme.themeSource = theme === 'light' || theme === 'dark' ? theme : 'system';
  }
}

/** The user's language as far as the app speaks it; can be asked before the app is ready, too. */
export function systemLanguage(): 'en' | 'zh' {
  return /^zh/i.test(app.getPreferredSystemLanguages()[0] ?? '') ? 'zh' : 'en';
}
