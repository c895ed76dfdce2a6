import { app, Menu, nativeTheme } from 'electron';
import type { MenuCommand } from '../../shared/contract/event.ts';
import type { Setting } from '../../shared/contract/settings.ts';
import type { App } from '../app.ts';
import { applicationMenu } from './application-menu.ts';
import { desktopTexts, type DesktopTexts } from './desktop-texts.ts';

/** The settings as the desktop host follows them. */
export interface FollowedSettings {
  readonly language: () => 'en' | 'zh';
  /** The texts in the language in force. */
  readonly texts: () => DesktopTexts;
  /** Whether a flag is set. */
  isOn(key: string): boolean;
  /** Called after settings have changed; returns its undo. */
  onChange(listener: () => void): () => void;
}

/** Keeps the system's side (menu language, native colours) in step with the settings. */
export async function followSettings(core: App, run: (command: MenuCommand) => void): Promise<FollowedSettings> {
  const listeners = new Set<() => void>();
  let settings: ReadonlyMap<string, Setting['value']> = new Map();
  let language = systemLanguage();
  await apply();
  core.events.subscribe((event) => {
    if (event.type === 'settings' || event.type === 'workspace') void apply();
  });
  return {
    language: () => language,
    texts: () => desktopTexts(language),
    isOn: (key) => settings.get(key) === true,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };

  async function apply(): Promise<void> {
    const reply = await core.dispatch('settings.list', {}, { id: 'desktop' });
    settings = new Map(reply.ok ? (reply.value as readonly Setting[]).map(({ key, value }) => [key, value]) : []);
    const chosen = settings.get('ui.language');
    language = chosen === 'en' || chosen === 'zh' ? chosen : systemLanguage();
    Menu.setApplicationMenu(Menu.buildFromTemplate([...applicationMenu(process.platform, desktopTexts(language), run)]));
    const theme = settings.get('ui.theme');
    nativeTheme.themeSource = theme === 'light' || theme === 'dark' ? theme : 'system';
    for (const listener of listeners) listener();
  }
}

/** The user's language as far as the app speaks it; can be asked before the app is ready, too. */
export function systemLanguage(): 'en' | 'zh' {
  return /^zh/i.test(app.getPreferredSystemLanguages()[0] ?? '') ? 'zh' : 'en';
}
