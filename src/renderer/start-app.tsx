import { createRoot } from 'react-dom/client';
import { languageOf } from '../shared/i18n/language.ts';
import { App } from './app.tsx';
import { openDesk } from './desk.ts';
import { createI18n } from './i18n/create-i18n.ts';
import { listenForDrops } from './imports/listen-for-drops.ts';
import { listenForKeys } from './keys/listen-for-keys.ts';
import { listenForMenu } from './keys/listen-for-menu.ts';
import { StartProblem } from './start-problem.tsx';
import { errorReplyOf } from './stores/error-reply.ts';
import { languageInForce } from './stores/preferences-store.ts';
import './theme/tokens.css';
import './theme/base.css';
import { followPreferences } from './theme/follow-preferences.ts';
import { readSystemLook, watchSystemLook } from './theme/watch-system-look.ts';
import type { Transport } from './transport/transport.ts';

const agingMs = 600_000;

/** Draws the window in an element, over any transport. */
export async function startApp(openTransport: () => Transport, element: HTMLElement): Promise<void> {
  const system = readSystemLook();
  const root = createRoot(element);
  let transport: Transport;
  try {
    transport = openTransport();
  } catch (thrown) {
    root.render(<StartProblem error={errorReplyOf(thrown)} language={languageOf(system.locale)} />);
    return;
  }
  const desk = openDesk(transport, system);
  watchSystemLook((look) => desk.preferences.getState().setSystem(look));
  await desk.start();
  const texts = createI18n(languageInForce(desk.preferences.getState()));
  followPreferences(desk.preferences, texts, document.documentElement);
  listenForKeys(desk, window);
  listenForMenu(desk);
  listenForDrops(desk, window);
  // Figures age while nothing else happens: a session closes.
  setInterval(() => void desk.symbols.getState().load(), agingMs);
  root.render(<App desk={desk} texts={texts} />);
}
