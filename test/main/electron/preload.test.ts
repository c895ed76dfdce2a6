import { beforeEach, expect, test, vi } from 'vitest';
import type { Bridge } from '../../../src/shared/bridge.ts';
import type * as Double from '../../doubles/electron.ts';

type ElectronDouble = typeof Double;

let electron: ElectronDouble;
let bridge: Bridge<File>;

beforeEach(async () => {
  vi.resetModules();
  electron = await import('../../doubles/electron.ts');
  await import('../../../src/preload/index.ts');
  bridge = electron.desktop.exposed.get('chartroom') as Bridge<File>;
});

test('S11 the page gets three functions and nothing else', () => {
  expect([...electron.desktop.exposed.keys()]).toEqual(['chartroom']);
  expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual([['invoke', 'function'], ['subscribe', 'function'], ['admitFile', 'function']]);
});

test('S11 only names of the contract pass', async () => {
  const passed: unknown[] = [];
  electron.ipcMain.handle('chartroom:invoke', (_event, method) => {
    passed.push(method);
    return { ok: true, value: null };
  });
  for (const method of ['no.such', '__proto__', 'constructor', '', 7] as never[]) expect(await bridge.invoke(method, {})).toMatchObject({ ok: false, error: { code: 'app.method' } });
  expect(await bridge.invoke('app.info', {})).toEqual({ ok: true, value: null });
  expect(passed).toEqual(['app.info']);
});

test('S11 a listener gets the payload without the event, until it leaves', () => {
  const heard: unknown[][] = [];
  const leave = bridge.subscribe((...sent: unknown[]) => heard.push(sent));
  electron.ipcRenderer.emit('chartroom:events', { sender: electron.ipcRenderer }, [{ type: 'settings', keys: [] }]);
  leave();
  electron.ipcRenderer.emit('chartroom:events', { sender: electron.ipcRenderer }, []);
  expect(heard).toEqual([[[{ type: 'settings', keys: [] }]]]);
});

test('S11 a file goes to main as the path behind it; one made by script has none', async () => {
  const sent: unknown[] = [];
  electron.ipcMain.handle('chartroom:admit-file', (_event, path) => {
    sent.push(path);
    return { ok: true, value: { token: 't', name: 'n', bytes: 1 } };
  });
  const dropped = new File(['x'], 'a.csv');
  electron.desktop.filePaths.set(dropped, '/home/a/a.csv');
  await bridge.admitFile(dropped);
  await bridge.admitFile(new File(['x'], 'b.csv'));
  expect(sent).toEqual(['/home/a/a.csv', '']);
});
