import { afterEach, beforeEach, expect, test } from 'vitest';
import { withPastValues } from '../../../src/analysis/series/as-of-view.ts';
import type { PastValues } from '../../../src/analysis/series/past-values.ts';
import type { BarSource } from '../../../src/main/api/bar-source.ts';
import { endOfDay } from '../../../src/main/api/known-series.ts';
import { readBars } from '../../../src/main/api/read-bars.ts';
import { readRevisions } from '../../../src/main/api/read-revisions.ts';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import { sliceBars, type BarColumns } from '../../../src/shared/bars.ts';
import { parseTradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { randomBars, seededRandom } from '../../analysis/chan/random-bars.ts';
import { draft, temporaryProfile } from '../store/store-fixture.ts';

const resources = new URL('../../../resources', import.meta.url).pathname;
const instrument = draft('A', { calendar: '24x7', zone: 'UTC' });
const days = 60;
const first = parseTradingDate('2024-01-01') as number;
const dayMs = 86_400_000;

let profile: ReturnType<typeof temporaryProfile>;
let source: BarSource;
let columns: BarColumns;

/** Bars as they came in at a time of day of a day, counted from the first. */
async function load(bars: BarColumns, day: number): Promise<void> {
  const at = ((first + day) * dayMs + 60_000) as UtcMs;
  const batch = await source.store.write.beginImport('walk.csv', 'csv', at);
  await source.store.write.writeChunk(batch, { series: [{ instrument, freq: '1d', origin: 'csv', basis: 'raw', columns: bars }], actions: [], rejections: [] }, at);
  await source.store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
}

beforeEach(async () => {
  profile = temporaryProfile();
  source = { store: await profile.openInThread(), calendarById: loadCalendars(resources), ageOf: () => ({ state: 'frozen', sessionsBehind: null, asOf: null }) };
  const walk = randomBars(seededRandom(3), 'walk', days);
  columns = { ...walk, time: walk.time.map((_, index) => first + index) };
  const copy = (from: number, to: number, factor: number): BarColumns => {
    const part = sliceBars(columns, from, to);
    return { ...part, time: part.time.slice(), open: part.open.slice(), low: part.low.map((low) => low / 2), high: part.high.map((high) => high * 2 * factor), close: part.close.map((close) => close * factor), volume: part.volume.slice(), amount: part.amount.slice(), flags: part.flags.slice() };
  };
  await load(copy(0, days, 1), 0);
  await load(copy(10, 12, 1.1), 20);
  await load(copy(10, 11, 1.2), 40);
  await load(copy(25, 26, 1.3), 41);
});
afterEach(() => profile.dispose());

test.each(['1d', '1w', '1M'] as const)('bars of %s with what is put back are those read as of the day', (freq) => {
  const whole = readBars(source, { symbol: 'A', freq, adjust: 'none' });
  const reply = readRevisions(source, { symbol: 'A', series: whole.series.id, freq, adjust: 'none' });
  const revisions = Array.from(reply.knownUntil, (knownUntil, at): PastValues => {
    const value = (name: keyof BarColumns): number => reply.columns[name][at] ?? NaN;
    return { time: value('time'), open: value('open'), high: value('high'), low: value('low'), close: value('close'), volume: value('volume'), amount: value('amount'), flags: value('flags'), knownUntil: knownUntil as UtcMs };
  });
  expect(revisions.length).toBeGreaterThan(2);
  for (const asOf of ['2024-01-15', '2024-01-28', '2024-02-04', '2024-02-11']) {
    const known = readBars(source, { symbol: 'A', freq, adjust: 'none', asOf });
    // The last week or month of the one has ended, that of the other goes on.
    const count = freq === '1d' ? known.columns.time.length : known.columns.time.length - 1;
    const restored = sliceBars(withPastValues(whole.columns, revisions, endOfDay({ zone: 'UTC' }, asOf).time), 0, count);
    expect([restored.high, restored.close].map((column) => [...column])).toEqual([known.columns.high, known.columns.close].map((column) => [...column.subarray(0, count)]));
  }
});

test('a series that was never corrected has nothing to put back', async () => {
  const other = draft('B', { calendar: '24x7', zone: 'UTC' });
  const batch = await source.store.write.beginImport('b.csv', 'csv', 1 as UtcMs);
  await source.store.write.writeChunk(batch, { series: [{ instrument: other, freq: '1d', origin: 'csv', basis: 'raw', columns: { ...columns, time: columns.time.slice() } }], actions: [], rejections: [] }, 1 as UtcMs);
  const { series } = readBars(source, { symbol: 'B', freq: '1d', adjust: 'none' });
  expect(readRevisions(source, { symbol: 'B', series: series.id, freq: '1d', adjust: 'none' }).knownUntil).toHaveLength(0);
  expect(() => readRevisions(source, { symbol: 'A', series: series.id, freq: '1d', adjust: 'none' })).toThrow(expect.objectContaining({ code: 'bars.series' }));
});
