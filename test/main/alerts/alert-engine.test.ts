import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Calendar } from '../../../src/shared/calendar/calendar.ts';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../../src/shared/time.ts';
import { AlertEngine, type FiredAlert } from '../../../src/main/alerts/alert-engine.ts';
import { alertNote } from '../../../src/main/alerts/alert-note.ts';
import type { FailedSource } from '../../../src/main/alerts/data-trouble.ts';
import type { UniverseScan } from '../../../src/main/alerts/universe-alerts.ts';
import { createSeriesAge } from '../../../src/main/api/series-age.ts';
import { listBackups } from '../../../src/main/store/backup.ts';
import { restore } from '../../../src/main/store/restore.ts';
import type { AlertSetup } from '../../../src/main/store/alert-store.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { shippedCalendar } from '../../shared/calendar/tables.ts';
import { barsAt, chunkOf, dailyPart, importChunk, temporaryProfile } from '../store/store-fixture.ts';

const firstDay = 20_000;
const days = (...offsets: readonly number[]): number[] => offsets.map((offset) => firstDay + offset);
const above10: AlertSetup = { name: '', symbol: 'DEMO:AAA', watchlist: null, freq: '1d', condition: { kind: 'price', crosses: 'above', price: 10 }, live: false, cooldownMs: 0 };

let profile: ReturnType<typeof temporaryProfile>;
let clock: ManualClock;
let store: Store;
let engine: AlertEngine | null = null;
const told: (readonly FiredAlert[])[] = [];
const events: AppEvent[] = [];
const log = new MemoryLog();
let failed: FailedSource[] = [];
let scanned: UniverseScan | null = null;
let calendar: Calendar | null = null;

beforeEach(async () => {
  profile = temporaryProfile();
  // Noon of the first day: the days before it have closed.
  clock = new ManualClock(firstDay * dayMs + dayMs / 2);
  store = await profile.openInThread();
  told.length = 0;
  events.length = 0;
  failed = [];
});
afterEach(async () => {
  await engine?.close();
  engine = null;
  await profile.dispose();
});

async function watch(): Promise<AlertEngine> {
  await engine?.close();
  const calendarById = (): Calendar | null => calendar;
  engine = new AlertEngine({
    from: { store, calendarById, ageOf: createSeriesAge(calendarById, clock) },
    clock,
    log,
    scan: async () => scanned,
    failedSources: () => failed,
    notify: (fired) => void told.push(fired),
    emit: (event) => void events.push(event),
  });
  await engine.settled();
  return engine;
}

/** Stores closes from a day on, and looks. */
async function closes(from: number, values: readonly number[], code = 'AAA', flags = 0): Promise<number> {
  const times = values.map((_, index) => firstDay + from + index);
  const batch = await importChunk(store, chunkOf(dailyPart(code, barsAt(times, (time) => values[time - firstDay - from] ?? NaN, flags))));
  await engine?.settled();
  return batch;
}

const fired = (): string[] => told.flat().map(({ event }) => `${event.subject} ${event.time - firstDay}${event.live ? ' live' : ''}`);

describe('alerts', () => {
  beforeEach(async () => {
    await closes(-3, [8, 11, 9]);
    await store.write.saveAlert(null, above10, clock.now());
    await watch();
  });

  test('bars that were there before the alert do not fire', () => {
    expect(fired()).toEqual([]);
  });

  test('a bar that crosses fires once its session has closed', async () => {
    await closes(0, [12]);
    expect(fired()).toEqual([]);
    clock.advance(dayMs);
    engine?.look(null);
    await engine?.settled();
    expect(fired()).toEqual(['DEMO:AAA 0']);
    expect(events).toContainEqual({ type: 'alerts', fired: [1] });
  });

  test('the same bar never fires twice: imported again, corrected, undone and imported again, looked at by another process', async () => {
    clock.advance(dayMs);
    const batch = await closes(0, [12]);
    await closes(0, [12]);
    await closes(0, [13]);
    await store.write.undoImport(batch);
    await closes(0, [12]);
    await watch();
    expect(fired()).toEqual(['DEMO:AAA 0']);
  });

  test('older bars that are filled in later do not fire', async () => {
    clock.advance(5 * dayMs);
    await closes(3, [9]);
    await closes(0, [12, 9, 12]);
    expect(fired()).toEqual([]);
  });

  test('bars committed while no one looked fire at the next start', async () => {
    await engine?.close();
    engine = null;
    clock.advance(2 * dayMs);
    await closes(0, [12]);
    expect(fired()).toEqual([]);
    await watch();
    expect(fired()).toEqual(['DEMO:AAA 0']);
  });

  test('an alert that is off stays silent, and switched on again it waits for bars to come', async () => {
    await store.write.enableAlert(1, false, clock.now());
    clock.advance(3 * dayMs);
    await closes(0, [12, 9]);
    await store.write.enableAlert(1, true, clock.now());
    await closes(2, [12]);
    expect(fired()).toEqual([]);
    clock.advance(2 * dayMs);
    await closes(3, [9, 12]);
    expect(fired()).toEqual(['DEMO:AAA 4']);
  });

  test('outcomes are filled in as the sessions come, and stay', async () => {
    clock.advance(dayMs);
    await closes(0, [12]);
    const outcome = (): (number | null)[] => store.read.alertEvents({ alert: null, subject: null, before: null, limit: 1 }).flatMap(({ after5, after10, after20 }) => [after5, after10, after20]);
    clock.advance(30 * dayMs);
    await closes(1, [12, 12, 12, 12, 18]);
    expect(outcome()).toEqual([50, null, null]);
    await closes(6, Array.from({ length: 15 }, () => 6));
    expect(outcome()).toEqual([50, -50, -50]);
  });

  test('a restored store does not fire for what happened before it was restored', async () => {
    const restored = await profile.open({ clock });
    await restored.write.backup();
    await restored.close();
    clock.advance(10 * dayMs);
    await closes(0, [12]);
    expect(fired()).toEqual(['DEMO:AAA 0']);
    await engine?.close();
    engine = null;
    await store.close();
    await restore(profile.file, listBackups(profile.file)[0]?.file ?? '', clock.now());
    store = await profile.openInThread();
    await watch();
    await closes(0, [12]);
    clock.advance(5 * dayMs);
    await closes(12, [9, 12]);
    expect(fired()).toEqual(['DEMO:AAA 0', 'DEMO:AAA 13']);
  });

  test('an alert that cannot be judged says why, and is judged once it can', async () => {
    await store.write.saveAlert(1, { ...above10, condition: { kind: 'rule', rule: 'chan.buy >= 1' } }, clock.now());
    clock.advance(dayMs);
    await importChunk(store, chunkOf({ ...dailyPart('AAA', barsAt(days(-3, -2, -1, 0), (time) => [8, 11, 9, 12][time - firstDay + 3] ?? NaN)), origin: 'better', basis: 'forwardAdditive' }));
    await engine?.settled();
    expect(store.read.alertWatches().map(({ problem }) => problem?.code)).toEqual(['analysis.basis']);
    await store.write.saveAlert(1, above10, (clock.now() - dayMs) as UtcMs);
    engine?.look(null);
    await engine?.settled();
    expect([fired(), store.read.alertWatches().map(({ problem }) => problem)]).toEqual([['DEMO:AAA 0'], [null]]);
  });

  test('removing an alert takes its log along', async () => {
    clock.advance(dayMs);
    await closes(0, [12]);
    await store.write.removeAlert(1);
    expect([store.read.alerts(), store.read.alertWatches(), store.read.alertEvents({ alert: null, subject: null, before: null, limit: 10 })]).toEqual([[], [], []]);
  });
});

test('a live alert fires on the unfinished bar, says so, and not again when it closes', async () => {
  await closes(-3, [8, 11, 9]);
  await store.write.saveAlert(null, { ...above10, live: true }, clock.now());
  await watch();
  await closes(0, [12], 'AAA', BarFlag.open);
  await closes(0, [13], 'AAA', BarFlag.open);
  clock.advance(dayMs);
  await closes(0, [13]);
  expect(fired()).toEqual(['DEMO:AAA 0 live']);
});

test('an alert on every instrument fires for each, told together', async () => {
  for (const code of ['AAA', 'BBB', 'CCC']) await closes(-2, [8, 9], code);
  const id = await store.write.saveAlert(null, { ...above10, symbol: null, condition: { kind: 'rule', rule: 'close > 10' } }, clock.now());
  await watch();
  clock.advance(dayMs);
  await importChunk(store, chunkOf(...['AAA', 'BBB', 'CCC'].map((code) => dailyPart(code, barsAt(days(0), () => (code === 'BBB' ? 7 : 12))))));
  await engine?.settled();
  expect([told.length, fired()]).toEqual([1, ['DEMO:AAA 0', 'DEMO:CCC 0']]);
  expect(alertNote(told[0] ?? [], 'en', (subject) => subject.slice(5))).toEqual({ title: '2 alerts', body: 'AAA: Rule: close > 10\nCCC: Rule: close > 10', alert: id });
  expect(alertNote(told[0]?.slice(0, 1) ?? [], 'zh', (subject) => subject.slice(5))).toEqual({ title: 'AAA', body: '规则：close > 10', alert: id });
});

test('an alert on a watchlist looks at its members only', async () => {
  for (const code of ['AAA', 'BBB']) await closes(-2, [8, 9], code);
  const { id: list } = await store.write.saveWatchlist({ id: null, name: 'Mine', group: null, members: [{ symbol: 'DEMO:BBB', tags: [] }] });
  await store.write.saveAlert(null, { ...above10, symbol: null, watchlist: list, condition: { kind: 'rule', rule: 'close > 10' } }, clock.now());
  await watch();
  clock.advance(dayMs);
  await importChunk(store, chunkOf(...['AAA', 'BBB'].map((code) => dailyPart(code, barsAt(days(0), () => 12)))));
  await engine?.settled();
  expect(fired()).toEqual(['DEMO:BBB 0']);
});

test('a rule about ranks or scores fires for what entered it on the last day of the universe, once, and for bars after arming only', async () => {
  for (const code of ['AAA', 'BBB']) await closes(-2, [8, 9], code);
  await store.write.saveAlert(null, { ...above10, symbol: null, condition: { kind: 'rule', rule: 'score > 70 and close > 5' } }, clock.now());
  scanned = { date: (firstDay - 1) as TradingDate, entered: [{ symbol: 'DEMO:BBB', close: 9 }] };
  await watch();
  expect(fired()).toEqual([]);
  clock.advance(dayMs);
  scanned = { date: firstDay as TradingDate, entered: [{ symbol: 'DEMO:AAA', close: 12 }, { symbol: 'DEMO:GONE', close: 1 }] };
  await closes(0, [12]);
  await closes(0, [12.5]);
  clock.advance(60_000);
  await engine?.settled();
  await watch();
  scanned = { date: (firstDay - 1) as TradingDate, entered: [{ symbol: 'DEMO:BBB', close: 9 }] };
  clock.advance(60_000);
  await closes(0, [13]);
  expect(fired()).toEqual(['DEMO:AAA 0']);
  scanned = null;
});

describe('trouble with the data', () => {
  const stale = (symbol: string | null): AlertSetup => ({ ...above10, symbol, condition: { kind: 'health', trouble: 'stale', sessions: 2 } });
  beforeEach(() => (calendar = shippedCalendar('24x7')));
  afterEach(() => (calendar = null));

  test('stale data are told once for their last bar, without a commit, and again once they have fallen behind anew', async () => {
    await closes(-2, [8, 9]);
    await store.write.saveAlert(null, stale('DEMO:AAA'), clock.now());
    await watch();
    expect(fired()).toEqual([]);
    clock.advance(2 * dayMs);
    await engine?.settled();
    clock.advance(dayMs);
    await engine?.settled();
    await watch();
    expect(fired()).toEqual(['DEMO:AAA -1']);
    await closes(0, [9, 9, 9]);
    clock.advance(3 * dayMs);
    await engine?.settled();
    expect(fired()).toEqual(['DEMO:AAA -1', 'DEMO:AAA 2']);
  });

  test('stale data anywhere are told once a day, however many there are', async () => {
    for (const code of ['AAA', 'BBB', 'CCC']) await closes(-2, [8, 9], code);
    await store.write.saveAlert(null, stale(null), clock.now());
    await watch();
    clock.advance(2 * dayMs);
    await engine?.settled();
    expect(fired()).toEqual(['* 2']);
  });
});

test('a source that fails is told once for each time', async () => {
  const calendarless = { ...above10, condition: { kind: 'health', trouble: 'source', sessions: 1 } as const, symbol: null };
  await store.write.saveAlert(null, calendarless, clock.now());
  await watch();
  failed = [{ source: 'yahoo', since: 5 as UtcMs }];
  clock.advance(10 * 60_000);
  await engine?.settled();
  clock.advance(10 * 60_000);
  await engine?.settled();
  await watch();
  expect(told.flat().map(({ event }) => event.subject)).toEqual(['yahoo']);
});

test('R13 many alerts are looked at in turns, between which the main thread is free', async () => {
  await store.close();
  store = await profile.open({ clock });
  const times = Array.from({ length: 1_000 }, (_, index) => firstDay - 1_000 + index);
  await importChunk(store, chunkOf(...Array.from({ length: 20 }, (_, index) => dailyPart(`S${index}`, barsAt(times, (time) => 100 + 20 * Math.sin(time / 9))))));
  const conditions = [{ kind: 'rule', rule: 'rsi(14) crosses above 50' }, { kind: 'chan', fact: 'backInZone', types: [] }, { kind: 'indicator', left: 'macd.macd', comparison: 'crosses above', right: 'macd.signal' }] as const;
  for (const condition of conditions) await store.write.saveAlert(null, { ...above10, symbol: null, condition }, ((firstDay - 100) * dayMs) as UtcMs);
  let turns = 0;
  let running = true;
  const beat = (): void => {
    turns += 1;
    if (running) setImmediate(beat);
  };
  setImmediate(beat);
  await watch();
  running = false;
  expect(fired().length).toBeGreaterThan(20);
  expect(turns).toBeGreaterThan(5);
});
