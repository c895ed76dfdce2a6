import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AlertEngine } from '../../../src/main/alerts/alert-engine.ts';
import { createSeriesAge } from '../../../src/main/api/series-age.ts';
import { dayMs, type UtcMs } from '../../../src/shared/time.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { barsAt, chunkOf, dailyPart, importChunk, range, temporaryProfile } from '../store/store-fixture.ts';

const firstDay = 20_000;
const days = 400;
const now = (firstDay + 2 * days) * dayMs;
const price = (day: number): number => (day % 2 === 0 ? 12 : 8);

let profile: ReturnType<typeof temporaryProfile>;
beforeEach(() => (profile = temporaryProfile()));
afterEach(() => profile.dispose());

/** Lets a process take bars in and kills it once it has stored `lines` of them; answers the bars it told of and the last one it stored. */
async function runAndKill(from: number, lines: number): Promise<{ readonly told: number[]; readonly stored: number }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'alert-child.ts'), profile.file, String(now), String(from), String(firstDay + days)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: number[] = [];
  let stored = from - 1;
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    const [kind, day] = line.split(' ');
    if (kind === 'fired') told.push(Number(day));
    else stored = Number(day);
    if (stored - from + 1 >= lines) child.kill('SIGKILL');
  });
  await new Promise((resolve) => reader.once('close', resolve));
  return { told, stored };
}

test('a process killed again and again tells no bar twice, the log loses none, and the bars imported anew tell nothing', async () => {
  const first = await profile.open();
  await importChunk(first, chunkOf(dailyPart('AAA', barsAt([firstDay - 1], price))));
  await first.write.saveAlert(null, { name: '', symbol: 'DEMO:AAA', watchlist: null, freq: '1d', condition: { kind: 'price', crosses: 'above', price: 10 }, live: false, cooldownMs: 0 }, (firstDay * dayMs) as UtcMs);
  await first.close();
  const told: number[] = [];
  let next = firstDay;
  for (const lines of [11, 6, 17]) {
    const run = await runAndKill(next, lines);
    told.push(...run.told);
    next = run.stored + 1;
  }

  const store = await profile.open();
  const clock = new ManualClock(now);
  const calendarById = (): null => null;
  const engine = new AlertEngine({
    from: { store, calendarById, ageOf: createSeriesAge(calendarById, clock) },
    clock, log: new MemoryLog(), scan: async () => null, failedSources: () => [],
    notify: (fired) => void told.push(...fired.map(({ event }) => event.time)),
    emit: () => undefined,
  });
  await engine.settled();
  const last = store.read.series()[0]?.lastTime ?? 0;
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt(range(firstDay - 1, last + 1), price))));
  await engine.settled();
  await engine.close();

  const crossings = range(firstDay, last + 1).filter((day) => day % 2 === 0);
  const logged = store.read.alertEvents({ alert: null, subject: null, before: null, limit: 500 }).map(({ time }) => time).sort((a, b) => a - b);
  expect(logged).toEqual(crossings);
  expect(crossings.length).toBeGreaterThan(15);
  // A note may be lost with the process that was about to show it; none is ever shown twice.
  expect(new Set(told).size).toBe(told.length);
}, 60_000);
