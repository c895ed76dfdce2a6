import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reloadsAfterCrash } from '../../../src/main/electron/crash-policy.ts';
import { desktopArguments } from '../../../src/main/electron/desktop-arguments.ts';
import { startProblem } from '../../../src/main/electron/start-problem.ts';
import { readWindowMemory, writeWindowMemory } from '../../../src/main/electron/window-memory.ts';
import { placeWindow } from '../../../src/main/electron/window-place.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

const screen = { x: 0, y: 25, width: 1_920, height: 1_015 };
const second = { x: 1_920, y: 0, width: 1_280, height: 1_024 };

test('a window without a memory opens centred on the primary screen', () => {
  expect(placeWindow(null, [screen])).toEqual({ x: 240, y: 83, width: 1_440, height: 900 });
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1_024, height: 700 }])).toEqual({ x: 0, y: 0, width: 1_024, height: 700 });
});

test('a window opens where it was, on a second screen too', () => {
  const place = { x: 2_000, y: 100, width: 900, height: 600 };
  expect(placeWindow(place, [screen, second])).toEqual(place);
});

test('a window whose screen is gone, or that is only just visible, opens centred', () => {
  expect(placeWindow({ x: 2_000, y: 100, width: 900, height: 600 }, [screen])).toEqual(placeWindow(null, [screen]));
  expect(placeWindow({ x: 1_900, y: 100, width: 900, height: 600 }, [screen])).toEqual(placeWindow(null, [screen]));
});

test('a window that hangs over is pulled back whole, and one too large is cut', () => {
  expect(placeWindow({ x: -300, y: -100, width: 900, height: 600 }, [screen])).toEqual({ x: 0, y: 25, width: 900, height: 600 });
  expect(placeWindow({ x: 0, y: 0, width: 9_000, height: 9_000 }, [screen])).toEqual(screen);
});

test('wherever it was, a window opens whole inside some screen', () => {
  const whole = fc.integer({ min: -50_000, max: 50_000 });
  const size = fc.integer({ min: 1, max: 50_000 });
  fc.assert(
    fc.property(fc.record({ x: whole, y: whole, width: size, height: size }), (remembered) => {
      const place = placeWindow(remembered, [screen, second]);
      const inside = [screen, second].some(
        (area) => place.x >= area.x && place.y >= area.y && place.x + place.width <= area.x + area.width && place.y + place.height <= area.y + area.height,
      );
      expect(inside).toBe(true);
    }),
  );
});

test('what was remembered reads back; what is damaged counts as no memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-window-'));
  const file = join(folder, 'window.json');
  const seen = { x: -5, y: 10, width: 800, height: 600, maximized: true };
  expect(readWindowMemory(file)).toBeNull();
  writeWindowMemory(file, seen, new MemoryLog());
  expect(readWindowMemory(file)).toEqual(seen);
  for (const damaged of ['', '{', 'null', '{"x":1}', '{"x":1e99,"y":0,"width":1,"height":1,"maximized":true}']) {
    writeFileSync(file, damaged);
    expect(readWindowMemory(file)).toBeNull();
  }
  rmSync(folder, { recursive: true });
});

test('a page that dies is loaded again three times a minute', () => {
  expect([[], [0], [0, 1], [0, 1, 2], [0, 1, 59_999], [0, 1, 2, 60_003]].map((crashes) => reloadsAfterCrash(crashes, 60_002))).toEqual([true, true, true, true, true, true]);
  expect(reloadsAfterCrash([10, 20, 30], 40)).toBe(false);
  expect(reloadsAfterCrash([10, 20, 30], 60_011)).toBe(true);
});

test('P5 an older Node-API, or an addon that does not load, is a problem with a name', async () => {
  const loads = async (): Promise<void> => undefined;
  expect(await startProblem('10', loads)).toBeNull();
  expect(await startProblem('11', loads)).toBeNull();
  for (const version of ['9', undefined, '', 'x']) expect(await startProblem(version, loads)).toMatchObject({ code: 'host.addon' });
  expect(await startProblem('10', () => Promise.reject(new Error('wrong ELF class')))).toMatchObject({ code: 'host.addon', params: { detail: 'wrong ELF class' } });
});

test('P5 an addon that an old runtime would crash on is not even loaded', async () => {
  let loaded = false;
  await startProblem('9', async () => {
    loaded = true;
  });
  expect(loaded).toBe(false);
});

test('the command line is what follows --cli; a profile is read for the window only', () => {
  expect(desktopArguments(['/opt/Chartroom/chartroom'])).toEqual({ cli: null, profile: null });
  expect(desktopArguments(['electron', '.', '--profile', '/p'])).toEqual({ cli: null, profile: '/p' });
  expect(desktopArguments(['chartroom', '--cli', 'symbols', '--profile', '/p'])).toEqual({ cli: ['symbols', '--profile', '/p'], profile: null });
});
