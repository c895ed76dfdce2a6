import { join } from 'node:path';
import { allocateBars, sliceBars, type BarColumns } from '../../../src/shared/bars.ts';
import type { ParsedInput } from '../../../src/shared/contract/contract.ts';
import { contract } from '../../../src/shared/contract/contract.ts';
import { createSeededRandom } from '../../../src/shared/seeded-random.ts';
import { parseTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import { loadCalendars } from '../../../src/main/calendars/load-calendars.ts';
import { loadMarketRules } from '../../../src/main/market-rules/load-market-rules.ts';
import type { SeriesChunk } from '../../../src/main/store/import-store.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { answerUniverse, type UniverseAnswer, type UniverseMethod } from '../../../src/main/universe/universe-answers.ts';
import { unwatched, type Watch } from '../../../src/main/universe/in-portions.ts';
import { createUniverseDesk } from '../../../src/main/universe/universe-desk.ts';
import { chunkOf, dailyPart, importChunk } from '../store/store-fixture.ts';

const resources = join(import.meta.dirname, '../../../resources');
const industries = ['Bread', 'Cheese', 'Jam', 'Tea'];
const usual = loadCalendars(resources)('XNYS');

/** Sessions of New York from a day on. */
export function sessionsFrom(day: string, count: number): number[] {
  const sessions: number[] = [];
  const first = ((parseTradingDate(day) ?? 0) - 1) as TradingDate;
  for (let date = usual?.next(first) ?? first; sessions.length < count; date = usual?.next(date) ?? date) sessions.push(date);
  return sessions;
}

/** A seeded random walk on the given dates. */
export function walk(seed: string, dates: readonly number[]): BarColumns {
  const random = createSeededRandom(seed).uniform;
  const bars = allocateBars(dates.length);
  let close = 20 + random() * 80;
  for (const [index, date] of dates.entries()) {
    const open = close;
    close *= 1 + (random() - 0.49) * 0.05;
    bars.time[index] = date;
    bars.open[index] = open;
    bars.close[index] = close;
    bars.high[index] = Math.max(open, close) * (1 + random() * 0.01);
    bars.low[index] = Math.min(open, close) * (1 - random() * 0.01);
    bars.volume[index] = Math.round(10_000 + random() * 90_000);
  }
  return bars;
}

export const universeDates = sessionsFrom('2023-01-03', 300);

/** Forty symbols of four industries over 300 sessions; the last of each industry is listed after 200. Nothing after `until`. */
export async function fillUniverse(store: Store, until = Infinity): Promise<void> {
  const codes = Array.from({ length: 40 }, (_, index) => `S${String(index).padStart(2, '0')}`);
  const series = codes.flatMap((code, index): SeriesChunk[] => {
    const bars = walk(code, index >= 36 ? universeDates.slice(200) : universeDates);
    const seen = bars.time.findIndex((time) => time > until);
    return seen === 0 ? [] : [dailyPart(code, seen < 0 ? bars : sliceBars(bars, 0, seen).time.length === 0 ? bars : copyOf(sliceBars(bars, 0, seen)))];
  });
  const listed = new Set(series.map(({ instrument }) => instrument.code));
  const memberships = codes.flatMap((code, index) => {
    const industry = industries[index % 4] ?? '';
    return listed.has(code) ? [{ symbol: `DEMO:${code}`, scheme: 'pantry', industry, validFrom: null, validUntil: null, source: 'list.csv' }] : [];
  });
  await importChunk(store, { ...chunkOf(...series), memberships });
}

/** Halves the closes of the first four symbols on the sixty days up to `until`, at a moment (UTC). */
export async function correctUniverse(store: Store, until: number, at: number): Promise<void> {
  const series = ['S00', 'S01', 'S02', 'S03'].map((code): SeriesChunk => {
    const bars = walk(code, universeDates);
    for (const [index, date] of universeDates.entries()) if (date <= until && date > until - 60) [bars.close[index], bars.low[index]] = [(bars.close[index] as number) / 2, (bars.low[index] as number) / 2];
    return dailyPart(code, bars);
  });
  await importChunk(store, chunkOf(...series), at);
}

/** Columns of their own: a chunk gives its memory away. */
function copyOf(bars: BarColumns): BarColumns {
  return Object.fromEntries(Object.entries(bars).map(([name, column]) => [name, column.slice()])) as unknown as BarColumns;
}

/** Asks the universe of a store the way dispatch does: inputs get their defaults. */
export function asking(store: Store): <M extends UniverseMethod>(method: M, input: object, watch?: Watch) => Promise<UniverseAnswer<M>> {
  const desk = createUniverseDesk(store.read, loadCalendars(resources), loadMarketRules(resources), () => 'en');
  return (method, input, watch = unwatched) => answerUniverse(desk, method, contract[method].input.parse(input) as ParsedInput<typeof method>, watch);
}
