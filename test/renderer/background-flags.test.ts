import { expect, test } from 'vitest';
import { backgroundFlags } from '../../src/renderer/pages/settings/background-flags.ts';
import { createFlagsStore } from '../../src/renderer/stores/flags-store.ts';
import { AppError } from '../../src/shared/app-error.ts';
import { createMemoryTransport } from '../doubles/memory-transport.ts';

test.each([
  ['loopback', 'linux', []],
  ['electron', 'darwin', ['startAtLogin']],
  ['electron', 'win32', ['closeToTray', 'startAtLogin']],
  ['electron', 'linux', ['closeToTray', 'startAtLogin']],
] as const)('in %s on %s the settings of the background are %j', (host, platform, flags) => {
  expect(backgroundFlags({ host, platform })).toEqual(flags);
});

test('a flag that cannot be kept is taken back', async () => {
  const transport = createMemoryTransport({ symbols: [], schedule: (step) => step() });
  const flags = createFlagsStore(transport);
  await flags.getState().set('desktop.closeToTray', true);
  transport.failNext('settings.set', new AppError('store.readOnly', { file: 'w' }));
  await expect(flags.getState().set('desktop.closeToTray', false)).rejects.toMatchObject({ code: 'store.readOnly' });
  await flags.getState().load();
  expect(flags.getState().values.get('desktop.closeToTray')).toBe(true);
});
