import { beforeEach, expect, test, vi } from 'vitest';
import type * as Double from '../../doubles/electron.ts';

let electron: typeof Double;
beforeEach(async () => {
  vi.resetModules();
  electron = await import('../../doubles/electron.ts');
});

test('sleep, wake and battery reach the core until it stops listening', async () => {
  const { createElectronPower } = await import('../../../src/main/electron/electron-power.ts');
  const power = createElectronPower();
  const heard: string[] = [];
  const stop = power.onResume(() => heard.push('resume'));
  power.onSuspend(() => heard.push('suspend'));
  electron.powerMonitor.emit('suspend');
  electron.powerMonitor.emit('resume');
  stop();
  electron.powerMonitor.emit('resume');
  electron.powerMonitor.onBatteryPower = true;
  expect([heard, power.onBattery]).toEqual([['suspend', 'resume'], true]);
});

test('a click on a notification tells which alert it was about', async () => {
  const { createElectronNotifier } = await import('../../../src/main/electron/electron-notifier.ts');
  const clicked: (number | null)[] = [];
  const notifier = createElectronNotifier((alert) => clicked.push(alert));
  for (const alert of [7, null]) {
    notifier.notify({ title: 'AAPL', body: '收盘价 > 200', alert });
    electron.Notification.last.note?.emit('click');
  }
  expect([electron.desktop.notes[0], clicked]).toEqual([{ title: 'AAPL', body: '收盘价 > 200' }, [7, null]]);
});

test('D4 a name that the page proposes for a file cannot be a path', async () => {
  const { createElectronDialogs } = await import('../../../src/main/electron/electron-dialogs.ts');
  const dialogs = createElectronDialogs(() => null);
  expect(await dialogs.save({ name: 'x' })).toBeNull();
  electron.desktop.answers.save = '/home/a';
  expect(await dialogs.save({ name: '../../etc/pass\0wd:<a>' })).toBe('/home/a/.._.._etc_pass_wd__a_');
});

test('a dialog that is cancelled chooses nothing', async () => {
  const { createElectronDialogs } = await import('../../../src/main/electron/electron-dialogs.ts');
  expect(await createElectronDialogs(() => null).open({ folder: true })).toEqual([]);
});
