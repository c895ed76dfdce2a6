/** The process of a boot test: the built main entry on the double of Electron, driven by its parent. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [appFolder = '', ...args] = process.argv.slice(2);
const doubleUrl = pathToFileURL(join(import.meta.dirname, '../../doubles/electron.ts')).href;
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: doubleUrl, shortCircuit: true } : next(specifier, context)) });
const { app, BrowserWindow, desktop } = await import('../../doubles/electron.ts');

/** What the parent can ask for, by name. */
const commands: Readonly<Record<string, (...sent: never[]) => unknown>> = {
  window: () => {
    const window = BrowserWindow.all[0];
    return window === undefined ? null : { address: window.address, status: window.status, visible: window.visible };
  },
  fetch: async (address: string, method: string) => {
    const answer = await desktop.fetch(address, method);
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: new Uint8Array(await answer.arrayBuffer()) };
  },
  invoke: (channel: string, ...sent: unknown[]) => desktop.invoke(channel, { url: 'app://bundle/', parent: null, detached: false, destroyed: false }, ...sent),
  chooseFolder: (path: string) => void desktop.answers.open.splice(0, Infinity, path),
  quit: () => app.quit(),
  closeWindow: () => BrowserWindow.all[0]?.close(),
  tray: () => desktop.tray?.menu.map(({ label }) => label ?? '') ?? null,
  chooseInTray: (label: string) => desktop.tray?.menu.find((entry) => entry.label === label)?.click?.(),
};

process.on('message', async ({ id, name, sent }: { id: number; name: string; sent: never[] }) => {
  try {
    process.send?.({ id, value: await commands[name]?.(...sent) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
desktop.onSend = (channel, args) => void process.send?.({ pushed: [channel, ...args] });
desktop.appFolder = appFolder;
desktop.onExit = (code) => process.exit(code);

process.argv = [process.execPath, '.', ...args];
await import(pathToFileURL(join(appFolder, 'out/main/index.js')).href);
desktop.ready();
