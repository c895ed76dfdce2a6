import { AppError } from '../../shared/app-error.ts';
import type { BarColumns } from '../../shared/bars.ts';
import type { Adjustment, Basis } from '../../shared/basis.ts';
import { formatTradingDate, type TradingDate } from '../../shared/time.ts';
import { firstAtLeast } from './first-at-least.ts';

/** A corporate action as far as prices are concerned. */
export interface PriceAction {
  readonly kind: 'split' | 'dividend' | 'rights';
  readonly exDate: TradingDate;
  /** Split: new shares per old. Dividend: cash per share as declared. Rights: new shares offered per old. All on the shares before the ex-date. */
  readonly value: number;
  /** Rights: subscription price, as declared. */
  readonly price: number | null;
}

interface AdjustedBars {
  readonly bars: BarColumns;
  readonly basis: Basis;
  /** What each bar's prices were multiplied by. */
  readonly factor: Float64Array;
}

interface AdjustInput {
  readonly bars: BarColumns;
  /** Each bar's session; for daily bars their `time`. */
  readonly dates: Float64Array;
  readonly basis: Basis;
  readonly adjust: Adjustment;
  readonly actions: readonly PriceAction[];
  /** Only actions with an ex-date up to this day count. */
  readonly asOf: TradingDate;
}

/**
 * Prices adjusted by ratio: on an ex-date the factor is the theoretical ex-price over the last close before it, where the ex-price is
 * (close - dividend + rights × price) / (shares per old share). `forward` leaves the newest prices and lowers the earlier ones,
 * `backward` leaves the oldest and raises the later ones. Volumes follow splits only. On a `split` basis splits are in the prices
 * already, and declared amounts are put on today's shares. Throws `analysis.adjust` for a basis that is adjusted already or an action
 * that no positive factor fits; nothing is guessed.
 */
export function adjustBars({ bars, dates, basis, adjust, actions, asOf }: AdjustInput): AdjustedBars {
  const count = dates.length;
  const factor = new Float64Array(count).fill(1);
  if (adjust === 'none') return { bars, basis, factor };
  if (basis !== 'raw' && basis !== 'split') {
    throw new AppError('analysis.adjust', { field: 'adjust', value: adjust, problem: basis, allowed: 'none' });
  }
  const shares = new Float64Array(count).fill(1);
  for (const [exDate, group] of byExDate(actions, basis)) {
    const first = firstAtLeast(dates, exDate);
    if (exDate > asOf || first === 0 || first === count) continue;
    const step = stepAt(group, bars.close[first - 1] as number, adjust, exDate);
    // Forward: the bars before take the factor; backward: the bars from the ex-date on take its inverse.
    if (adjust === 'forward') scale(factor, shares, 0, first, step.price, step.shares);
    else scale(factor, shares, first, count, 1 / step.price, 1 / step.shares);
  }
  const times = (column: Float64Array): Float64Array => column.map((value, i) => value * (factor[i] as number));
  return {
    bars: {
      ...bars,
      open: times(bars.open),
      high: times(bars.high),
      low: times(bars.low),
      close: times(bars.close),
      volume: bars.volume.map((value, i) => value * (shares[i] as number)),
    },
    basis: 'total',
    factor,
  };
}

/** Actions of one ex-date together, amounts restated to the shares the prices are in. */
function byExDate(actions: readonly PriceAction[], basis: Basis): Map<TradingDate, PriceAction[]> {
  const splits = actions.filter(({ kind }) => kind === 'split');
  const groups = new Map<TradingDate, PriceAction[]>();
  for (const action of actions.toSorted((a, b) => a.exDate - b.exDate)) {
    if (basis === 'split' && action.kind === 'split') continue;
    let [sameDay, later] = [1, 1];
    for (const split of basis === 'split' ? splits : []) {
      if (split.exDate === action.exDate) sameDay *= split.value;
      else if (split.exDate > action.exDate) later *= split.value;
    }
    // What goes ex together is stated for old shares; a subscription price is that of a new one.
    const value = action.value / (action.kind === 'dividend' ? sameDay * later : sameDay);
    const price = action.price === null ? null : action.price / later;
    const group = groups.get(action.exDate);
    if (group === undefined) groups.set(action.exDate, [{ ...action, value, price }]);
    else group.push({ ...action, value, price });
  }
  return groups;
}

function stepAt(group: readonly PriceAction[], before: number, adjust: Adjustment, exDate: TradingDate): { price: number; shares: number } {
  let [cash, newShares, splitShares] = [0, 0, 1];
  for (const { kind, value, price } of group) {
    if (kind === 'dividend') cash += value;
    else if (kind === 'split') splitShares *= value;
    else {
      newShares += value;
      cash -= value * (price ?? NaN);
    }
  }
  const price = (before - cash) / (splitShares + newShares) / before;
  if (!(price > 0 && Number.isFinite(price))) {
    throw new AppError('analysis.adjust', { field: 'adjust', value: adjust, problem: formatTradingDate(exDate), allowed: 'none' });
  }
  return { price, shares: splitShares };
}

function scale(factor: Float64Array, shares: Float64Array, from: number, to: number, price: number, split: number): void {
  for (let i = from; i < to; i++) {
    factor[i] = (factor[i] as number) * price;
    shares[i] = (shares[i] as number) * split;
  }
}
