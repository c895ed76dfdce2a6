import { barCount, type BarColumns } from '../../shared/bars.ts';
import { scoreColumns } from './score-columns.ts';

type LevelSource = 'bandLower' | 'bandUpper' | 'shortAverage' | 'mediumAverage' | 'round';

interface Level {
  readonly price: number;
  /** What meets here, within one tick. */
  readonly sources: readonly LevelSource[];
  /** Distance from the close in percent of it, always positive. */
  readonly distancePercent: number;
  /** The nearest level is short term, the next medium term. */
  readonly term: 'short' | 'medium' | null;
}

export interface Levels {
  readonly close: number;
  /** Below the close, nearest first. */
  readonly supports: readonly Level[];
  /** Above the close, nearest first. */
  readonly resistances: readonly Level[];
  readonly bars: number;
}

/**
 * Support and resistance of the last bar: the Bollinger bands, the 5 and 20 bar EMAs and the next round numbers, each rounded to the
 * tick and merged where they fall on one price. Round numbers step by the power of ten of the price (10s for 10–99, 0.1s for 0.1–0.99),
 * never less than a tick. Null without a bar. Source: models.md 1.7.
 */
export function levels(bars: BarColumns, tick: number | null): Levels | null {
  const last = barCount(bars) - 1;
  if (last < 0) return null;
  const columns = scoreColumns(last + 1)(bars, last);
  const close = bars.close[last] as number;
  const candidates: [number, LevelSource][] = [
    [columns.lower[last] as number, 'bandLower'],
    [columns.upper[last] as number, 'bandUpper'],
    [last >= 4 ? (columns.short[last] as number) : NaN, 'shortAverage'],
    [last >= 19 ? (columns.medium[last] as number) : NaN, 'mediumAverage'],
    ...roundNumbers(close, tick).map((price): [number, LevelSource] => [price, 'round']),
  ];
  const merged = new Map<number, Level>();
  for (const [raw, source] of candidates) {
    const price = tick === null ? raw : roundTo(raw, tick);
    if (!Number.isFinite(price) || price === close || close === 0) continue;
    const known = merged.get(price);
    const distancePercent = Math.abs((price / close - 1) * 100);
    merged.set(price, { price, sources: [...(known?.sources ?? []), source], distancePercent, term: null });
  }
  const side = (keep: (price: number) => boolean): Level[] =>
    [...merged.values()]
      .filter(({ price }) => keep(price))
      .sort((a, b) => a.distancePercent - b.distancePercent)
      .map((level, index) => ({ ...level, term: index === 0 ? 'short' : index === 1 ? 'medium' : null }));
  return { close, supports: side((price) => price < close), resistances: side((price) => price > close), bars: last + 1 };
}

/** The round numbers at or below and at or above a positive price. */
export function roundNumbers(price: number, tick: number | null): number[] {
  if (!(price > 0)) return [];
  // Counted from the written digits: log10 of 1000 is 2.9999999999999996.
  const step = Math.max(10 ** Number(price.toExponential(15).split('e')[1]), tick ?? 0);
  const below = clean(Math.floor(price / step) * step);
  const above = clean(Math.ceil(price / step) * step);
  return below === above ? [below] : [below, above].filter((level) => level > 0);
}

function roundTo(price: number, tick: number): number {
  return clean(Math.round(price / tick) * tick);
}

/** Removes the dust of a product such as 3 × 0.1. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
