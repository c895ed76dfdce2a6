import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openDesk, type Desk } from './desk.ts';
import { createI18n } from './i18n/create-i18n.ts';
import { listenForKeys } from './keys/listen-for-keys.ts';
import { languageInForce } from './stores/preferences-store.ts';
import './theme/tokens.css';
import './theme/base.css';
import { followPreferences } from './theme/follow-preferences.ts';
import { readSystemLook, watchSystemLook } from './theme/watch-system-look.ts';
import type { Transport } from './transport/transport.ts';

/** Draws the window in an element, over any transport. */
export async function startApp(transport: Transport, root: HTMLElement): Promise<Desk> {
  const desk = openDesk(transport, readSystemLook());
  watchSystemLook((look) => desk.preferences.getState().setSystem(look));
  await desk.start();
  const texts = createI18n(languageInForce(desk.preferences.getState()));
  followPreferences(desk.preferences, texts, document.documentElement);
  listenForKeys(desk, window);
  createRoot(root).render(<App desk={desk} texts={texts} />);
  return desk;
}
