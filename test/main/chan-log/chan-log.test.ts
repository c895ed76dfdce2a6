import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FirstSeenEntry } from '../../../src/analysis/chan/first-seen-log.ts';
import { mergeFirstSeen } from '../../../src/analysis/chan/merge-first-seen.ts';
import { ChanLogKeeper } from '../../../src/main/chan-log/chan-log-keeper.ts';
import { nextChanLog } from '../../../src/main/chan-log/next-chan-log.ts';
import type { ChanLog, ChanLogUpdate } from '../../../src/main/store/chan-log-store.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { sliceBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { randomBars, seededRandom } from '../../analysis/chan/random-bars.ts';
import { chunkOf, draft, importChunk, temporaryProfile } from '../store/store-fixture.ts';

const bars = randomBars(seededRandom(5), 'walk', 500);
const series = { id: 1, basis: 'split', version: 7 } as const;
const entry = (facts: Partial<FirstSeenEntry>): FirstSeenEntry => ({ part: 'bi', key: '10 up', firstSeen: 20, lastMoved: 20, final: null, vanished: null, ...facts });

/** The log after an update, as the store would hold it. */
function keep(kept: ChanLog | null, update: ChanLogUpdate | null): ChanLog {
  if (update === null) throw new Error('no update');
  const name = ({ part, key, firstSeen }: FirstSeenEntry): string => `${part} ${key} ${firstSeen}`;
  const old = kept === null || kept.factorVersion !== update.factorVersion ? [] : kept.entries;
  return { ...update, entries: [...new Map([...old, ...update.entries].map((one) => [name(one), one])).values()] };
}

const sorted = (log: ChanLog): readonly string[] => log.entries.map((one) => JSON.stringify(one)).sort();

test('a log that grew with the bars equals one made of all of them at once', () => {
  let grown = keep(null, nextChanLog(series, sliceBars(bars, 0, 200), null));
  for (const count of [201, 260, 261, 380, 500]) grown = keep(grown, nextChanLog(series, sliceBars(bars, 0, count), grown));
  expect(sorted(grown)).toEqual(sorted(keep(null, nextChanLog(series, bars, null))));
  expect(grown.entries.some(({ vanished }) => vanished !== null)).toBe(true);
  expect(grown.entries.some(({ final }) => final !== null)).toBe(true);
});

test('done again, the same work has nothing to write', () => {
  const kept = keep(null, nextChanLog(series, bars, null));
  expect(nextChanLog(series, bars, kept)?.entries).toEqual([]);
});

test('re-basing begins another log and moves nothing in the old one', () => {
  const kept = keep(null, nextChanLog(series, bars, null));
  const halve = (column: Float64Array): Float64Array => column.map((value) => value / 2);
  const rebased = { ...bars, open: halve(bars.open), high: halve(bars.high), low: halve(bars.low), close: halve(bars.close) };
  const update = nextChanLog(series, rebased, kept);
  expect([update?.factorVersion, update?.entries.length]).toEqual([1, kept.entries.length]);
  // Raw prices are never re-based: a corrected first bar is a correction.
  const raw = { ...series, basis: 'raw' } as const;
  expect(nextChanLog(raw, rebased, { ...kept, basis: 'raw' })?.factorVersion).toBe(0);
});

test('what was seen first stays first, what was final stays final, and a correction lets an element vanish', () => {
  const kept = [entry({ final: 30 }), entry({ key: '40 down', firstSeen: 50, lastMoved: 50 }), entry({ key: '60 up', firstSeen: 70, lastMoved: 70, vanished: 80 })];
  const computed = [entry({ firstSeen: 22, lastMoved: 24 }), entry({ key: '60 up', firstSeen: 70, lastMoved: 70 })];
  expect(mergeFirstSeen(kept, computed, 99)).toEqual([
    entry({ final: 30, lastMoved: 24 }),
    entry({ key: '60 up', firstSeen: 99, lastMoved: 99 }),
    entry({ key: '40 down', firstSeen: 50, lastMoved: 50, vanished: 99 }),
  ]);
});

let profile: ReturnType<typeof temporaryProfile>;
let store: Store;
beforeEach(async () => {
  profile = temporaryProfile();
  store = await profile.openInThread();
});
afterEach(() => profile.dispose());

const part = (columns: BarColumns) => ({ instrument: draft('A'), freq: '1d' as const, origin: 'csv', basis: 'split' as const, columns });

test('the log of an opened series is kept in the store and follows its commits', async () => {
  await importChunk(store, chunkOf(part(sliceBars(bars, 0, 300))));
  const [first] = store.read.series();
  if (first === undefined) throw new Error('no series');
  const clock = new ManualClock();
  const keeper = new ChanLogKeeper({ store, file: profile.file, workerUrl: new URL('../../../src/main/workers/analysis-worker.ts', import.meta.url), clock, log: new MemoryLog() });
  await keeper.open(first.id);
  const opened = store.read.chanLog(first.id);
  expect(opened?.knownTo).toBe(bars.time[299]);
  await importChunk(store, chunkOf(part(sliceBars(bars, 300, 500))), 2_000 as UtcMs);
  clock.advance(1_000);
  // What a commit set off is done before what is asked for after it.
  await keeper.open(first.id);
  const followed = store.read.chanLog(first.id);
  expect([followed?.knownTo, followed?.factorVersion]).toEqual([bars.time[499], 0]);
  expect(sorted(followed ?? keep(null, null))).toEqual(sorted(keep(null, nextChanLog({ ...first, version: 0 }, bars, null))));
  await keeper.close();
});
