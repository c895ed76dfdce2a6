import type { Calendar } from '../../shared/calendar/calendar.ts';
import { createSeededRandom } from '../../shared/seeded-random.ts';
import { formatTradingDate, formatUtc, type TradingDate, type UtcMs } from '../../shared/time.ts';
import { csvText } from '../files/csv-text.ts';
import type { DemoInstrument } from './demo-cast.ts';
import type { DemoActor } from './demo-facts.ts';
import { demoSeed, type DemoBar } from './demo-prices.ts';
import { roundToTick } from './demo-tick.ts';

type Row = readonly (string | number | null)[];

const intradaySessions = 60;
const barMs = 5 * 60_000;

const names = ['symbol', 'name', 'open', 'high', 'low', 'close', 'volume'];

/** The demo's file of daily bars, as a vendor would deliver it. */
export function demoDailyFile(actors: readonly DemoActor[]): string {
  // Most trade on the same days.
  const texts = new Map<TradingDate, string>();
  const textOf = (date: TradingDate): string => {
    const text = texts.get(date) ?? formatTradingDate(date);
    texts.set(date, text);
    return text;
  };
  const rows = actors.flatMap(({ instrument, bars }) =>
    delivered(instrument, bars).map((bar): Row => [textOf(bar.date), instrument.code, instrument.nameZh, ...figures(bar)]),
  );
  return csvText([['date', ...names], ...rows]);
}

/** The demo's file of 5-minute bars, as a vendor would deliver it. */
export function demoIntradayFile(actors: readonly DemoActor[]): string {
  const rows = actors
    .filter(({ instrument }) => instrument.story.intraday === true)
    .flatMap(({ instrument, calendar, bars }) => bars.slice(-intradaySessions).flatMap((bar) =>
      withinSession(instrument, bar, calendar).map(({ time, ...part }): Row => [formatUtc(time), instrument.code, instrument.nameZh, ...figures(part)]),
    ));
  return csvText([['time', ...names], ...rows]);
}

/** What the vendor's file leaves out: a forgotten day, the newest days of a stale symbol. */
function delivered({ story }: DemoInstrument, bars: readonly DemoBar[]): readonly DemoBar[] {
  const newest = bars.length - (story.stale ?? 0);
  const missing = story.missing === undefined ? -1 : bars.length - 1 - story.missing;
  return bars.filter((_, index) => index < newest && index !== missing);
}

function figures(bar: Omit<DemoBar, 'date'>): Row {
  return [bar.open, bar.high, bar.low, bar.close, bar.volume];
}

/**
 * 5-minute bars that join to the daily bar exactly: a walk from open to close that is bent to touch high and low, volumes that are
 * busy at both ends of the day and add up to the day's.
 */
function withinSession(instrument: DemoInstrument, day: DemoBar, calendar: Calendar): (Omit<DemoBar, 'date'> & { readonly time: UtcMs })[] {
  const times = calendar.parts(day.date).flatMap(({ open, close }) =>
    Array.from({ length: Math.floor((close - open) / barMs) }, (_, index) => (open + index * barMs) as UtcMs),
  );
  const count = times.length;
  if (count === 0 || day.volume === 0) return [];
  const random = createSeededRandom(`${demoSeed}:${instrument.code}:${day.date}`);
  const highAt = 1 + Math.floor(random.uniform() * (count - 2));
  const lowAt = (highAt + 1 + Math.floor(random.uniform() * (count - 3))) % count;
  const knots = [[0, day.open], [highAt, day.high], [lowAt, day.low], [count, day.close]].sort((a, b) => (a[0] as number) - (b[0] as number));
  const bound = (price: number): number => Math.min(day.high, Math.max(day.low, roundToTick(instrument.market, price)));
  const spread = (day.high - day.low) * 0.06;
  const level = (index: number): number => {
    const next = knots.findIndex(([at]) => (at as number) >= index);
    const [toAt = 0, to = 0] = knots[Math.max(next, 0)] ?? [];
    const [fromAt = 0, from = 0] = knots[Math.max(next - 1, 0)] ?? [];
    return toAt === fromAt ? to : from + ((to - from) * (index - fromAt)) / (toAt - fromAt);
  };
  const edges = Array.from({ length: count + 1 }, (_, index) => {
    const isKnot = index === 0 || index === count || index === highAt || index === lowAt;
    return isKnot ? bound(level(index)) : bound(level(index) + spread * random.normal());
  });
  const shape = times.map((_, index) => 1 + 2.5 * Math.abs((2 * index) / count - 1) ** 3 + 0.3 * random.uniform());
  const whole = shape.reduce((sum, part) => sum + part, 0);
  let left = day.volume;
  return times.map((time, index) => {
    const [open, close] = [edges[index] as number, edges[index + 1] as number];
    const volume = index === count - 1 ? left : Math.round((day.volume * (shape[index] as number)) / whole);
    left -= volume;
    return {
      time, open, close, volume,
      high: bound(Math.max(open, close) + spread * 0.3 * random.uniform()),
      low: bound(Math.min(open, close) - spread * 0.3 * random.uniform()),
    };
  });
}
