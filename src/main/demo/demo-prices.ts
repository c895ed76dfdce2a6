import type { Calendar } from '../../shared/calendar/calendar.ts';
import { createSeededRandom, type SeededRandom } from '../../shared/seeded-random.ts';
import type { TradingDate } from '../../shared/time.ts';
import type { DemoInstrument } from './demo-cast.ts';
import { drawnPath } from './demo-path.ts';
import { roundToTick } from './demo-tick.ts';

/** One invented session as traded, before any split adjustment. `volume` 0 marks a suspension. */
export interface DemoBar {
  readonly date: TradingDate;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** The common part of every return of a day: one draw for the market and one for each sector, the same for whoever asks. */
interface DemoMarket {
  returnOn(date: TradingDate, sector: string): number;
}

/** Fixed, so that the demo is the same on every machine and every day. */
export const demoSeed = 'chartroom-demo-1';

/** Slow swings with noise: a market that trends, turns and rests. */
export function createDemoMarket(seed: string): DemoMarket {
  // Everyone of a market asks for the same days: seeding is what takes the time.
  const drawn = new Map<string, Map<TradingDate, number>>();
  const draw = (name: string, date: TradingDate): number => {
    const days = drawn.get(name) ?? new Map<TradingDate, number>();
    drawn.set(name, days);
    const value = days.get(date) ?? createSeededRandom(`${seed}:${name}:${date}`).normal();
    days.set(date, value);
    return value;
  };
  return {
    returnOn: (date, sector) =>
      0.0003 + 0.0011 * Math.sin(date / 97) + 0.0008 * Math.sin(date / 31 + sector.length) + 0.006 * draw('market', date) + 0.005 * draw(sector, date),
  };
}

/** The sessions of an instrument's life, oldest first: at most `sessions`, fewer for what was listed late or has gone. */
function lifetime(calendar: Calendar, last: TradingDate, sessions: number, { story }: DemoInstrument): TradingDate[] {
  const dates: TradingDate[] = [];
  const oldest = story.listed ?? sessions;
  const newest = story.delisted ?? 0;
  for (let back = 0, date = last; back < oldest; back += 1, date = calendar.previous(date)) {
    if (back >= newest) dates.push(date);
  }
  return dates.reverse();
}

/** Daily bars of one invented instrument, made from its seed alone. */
export function demoBars(instrument: DemoInstrument, calendar: Calendar, last: TradingDate, sessions: number, market: DemoMarket): DemoBar[] {
  const random = createSeededRandom(`${demoSeed}:${instrument.code}`);
  const dates = lifetime(calendar, last, sessions, instrument);
  const { story } = instrument;
  const path = story.path === undefined ? null : drawnPath(story.path);
  const bars: DemoBar[] = [];
  let close = instrument.price;
  dates.forEach((date, index) => {
    const back = dates.length - 1 - index + (story.delisted ?? 0);
    if (story.split?.day === back) close /= story.split.ratio;
    if (story.dividend?.day === back) close -= story.dividend.cash;
    if (story.suspended !== undefined && back <= story.suspended[0] && back >= story.suspended[1]) {
      bars.push({ date, open: 0, high: 0, low: 0, close: 0, volume: 0 });
      return;
    }
    const drawn = path === null || back >= path.length ? null : (path[path.length - 1 - back] as number);
    const change = drawn ?? instrument.beta * market.returnOn(date, instrument.sector) + instrument.volatility * random.normal();
    const bar = session(instrument, date, close, change, back, random);
    bars.push(bar);
    close = bar.close;
  });
  return bars;
}

function session(instrument: DemoInstrument, date: TradingDate, previous: number, change: number, back: number, random: SeededRandom): DemoBar {
  const { market, story, volatility } = instrument;
  const round = (price: number): number => roundToTick(market, price);
  const limit = market === 'CN' ? 0.1 : 0.35;
  const top = round(previous * (1 + limit));
  const bottom = round(previous * (1 - limit));
  const within = (price: number): number => Math.min(top, Math.max(bottom, round(price)));
  const noise = [random.normal(), random.normal(), random.normal(), random.normal()] as const;
  const closesUp = story.limitUp?.includes(back) ?? false;
  const closesDown = story.limitDown?.includes(back) ?? false;
  const close = closesUp ? top : closesDown ? bottom : within(previous * Math.exp(change));
  // A board that opens at its limit and never leaves it: the bar of the second and later days in a row.
  const locked = (closesUp && (story.limitUp?.includes(back + 1) ?? false)) || (closesDown && (story.limitDown?.includes(back + 1) ?? false));
  const open = locked ? close : within(previous * Math.exp(change * 0.3 + volatility * 0.35 * noise[0]));
  const high = locked ? close : within(Math.max(open, close) * (1 + Math.abs(noise[1]) * volatility * 0.45));
  const low = locked ? close : within(Math.min(open, close) * (1 - Math.abs(noise[2]) * volatility * 0.45));
  const activity = Math.exp(0.35 * noise[3] + Math.min(1.2, 14 * Math.abs(close / previous - 1)));
  const lots = Math.max(1, Math.round((locked ? 0.15 : 1) * activity * (9_000_000 / instrument.price / 10)));
  return { date, open, high, low, close, volume: lots * 100 };
}
