import { barLengthMs } from '../../shared/bar-length-ms.ts';
import { BarFlag } from '../../shared/bar-flag.ts';
import { allocateBars, type BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import { isIntraday, type Frequency } from '../../shared/frequency.ts';
import type { InstrumentKind } from '../../shared/instrument.ts';
import type { TradingDate, UtcMs } from '../../shared/time.ts';
import { dateAt } from './date-at.ts';
import type { SourceBar } from './provider.ts';

/** Why a row of a source was not taken. */
type RowRule = 'empty' | 'price' | 'range' | 'volume' | 'future' | 'duplicate';

export interface AcceptedBars {
  readonly columns: BarColumns;
  readonly rejected: Readonly<Partial<Record<RowRule, number>>>;
}

interface AcceptOptions {
  readonly basis: Basis;
  readonly freq: Frequency;
  readonly kind: InstrumentKind;
  readonly zone: string;
  readonly calendar: Calendar | null;
  readonly now: UtcMs;
}

/**
 * Bars of a source as columns to store, each row judged by a named rule: `empty` has no close (a halt, a null row), `price` is not a
 * price its kind can have, `range` has its high below its low, `volume` is negative, `future` opens after now, `duplicate` repeats a
 * time (the later row counts). An empty open, high or low takes the close; open or close outside high–low is kept with its flag, and
 * so is an amount that does not fit volume and prices. A bar whose session has not ended is marked open.
 */
export function acceptBars(given: readonly SourceBar[], options: AcceptOptions): AcceptedBars {
  const rejected: Partial<Record<RowRule, number>> = {};
  const reject = (rule: RowRule): void => void (rejected[rule] = (rejected[rule] ?? 0) + 1);
  const byTime = new Map<number, SourceBar>();
  for (const bar of given) {
    const rule = brokenRule(bar, options);
    if (rule !== null) reject(rule);
    else {
      if (byTime.has(bar.time)) reject('duplicate');
      byTime.set(bar.time, bar);
    }
  }
  const rows = [...byTime.values()].sort((a, b) => a.time - b.time);
  const columns = allocateBars(rows.length);
  for (const [index, { time, open, high, low, close, volume, amount }] of rows.entries()) {
    let flags = 0;
    const orClose = (value: number): number => {
      if (Number.isFinite(value)) return value;
      flags |= BarFlag.filled;
      return close;
    };
    columns.time[index] = time;
    columns.open[index] = orClose(open);
    columns.high[index] = orClose(high);
    columns.low[index] = orClose(low);
    columns.close[index] = close;
    columns.volume[index] = volume;
    columns.amount[index] = amount;
    const [top, bottom] = [columns.high[index] ?? NaN, columns.low[index] ?? NaN];
    if (Math.max(close, columns.open[index] ?? NaN) > top || Math.min(close, columns.open[index] ?? NaN) < bottom) flags |= BarFlag.range;
    if (isDoubtful({ volume, amount }, bottom, top, options)) flags |= BarFlag.amount;
    if (isOpenAt(time, options)) flags |= BarFlag.open;
    columns.flags[index] = flags;
  }
  return { columns, rejected };
}

function brokenRule({ time, open, high, low, close, volume }: SourceBar, { freq, kind, zone, now }: AcceptOptions): RowRule | null {
  if (!Number.isFinite(time) || !Number.isFinite(close)) return 'empty';
  const signed = kind === 'future' || kind === 'index' || kind === 'other';
  for (const price of [open, high, low, close]) if (price === Infinity || price === -Infinity || (!signed && price <= 0)) return price === 0 && close === 0 ? 'empty' : 'price';
  if (high < low) return 'range';
  if (volume < 0 || volume === Infinity) return 'volume';
  if (isIntraday(freq) ? time > now : time > dateAt(zone, now)) return 'future';
  return null;
}

/** Kinds whose amount is what was paid for the volume; an index has another scale, a future a multiplier. */
const paidKinds: readonly InstrumentKind[] = ['stock', 'etf', 'fund', 'crypto'];
/** Figures are rounded, volumes in lots to a hundred shares. */
const rounding = 0.002;
const lot = 100;

/**
 * Whether amount ÷ volume is no price between low and high: lots taken for shares, thousands for units. Adjusted prices are not what was
 * paid, and a bar without either figure says nothing.
 */
function isDoubtful({ volume, amount }: Pick<SourceBar, 'volume' | 'amount'>, low: number, high: number, { basis, kind }: AcceptOptions): boolean {
  if (basis !== 'raw' || !paidKinds.includes(kind) || !Number.isFinite(volume) || !Number.isFinite(amount)) return false;
  if (volume === 0 || amount === 0) return volume !== amount;
  const slack = rounding + (volume % lot === 0 ? lot / 2 / volume : 0);
  const paid = amount / volume;
  return paid < low * (1 - slack) || paid > high * (1 + slack);
}

/** Whether a bar may still change: its session, or its minutes, have not ended. Without a calendar the current day counts as running. */
function isOpenAt(time: number, { freq, zone, calendar, now }: AcceptOptions): boolean {
  const length = barLengthMs(freq);
  if (length !== null) return time + length > now;
  const close = calendar?.parts(time as TradingDate).at(-1)?.close;
  return close === undefined ? time >= dateAt(zone, now) : close > now;
}
