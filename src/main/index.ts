import { createApp } from './create-app.ts';
import { startDesktop } from './electron/start-desktop.ts';

/** The desktop app's entry. */
await startDesktop({
  openApp: createApp,
  loadAddon: async () => {
    const { default: Database } = await import('better-sqlite3');
    new Database(':memory:').close();
  },
});
