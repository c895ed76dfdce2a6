import { AppError } from '../../shared/app-error.ts';
import type { UniverseFrame } from '../universe/universe-frame.ts';
import { firstAfter } from '../series/first-after.ts';

const forwardHorizons = [5, 10, 20] as const;

interface DecileOutcome {
  /** 1 holds the lowest tenth of the metric, 10 the highest. */
  readonly decile: number;
  readonly horizon: number;
  /** Mean forward change in percent. */
  readonly mean: number;
  readonly median: number;
  /** Share of outcomes above zero. */
  readonly rising: number;
  readonly samples: number;
}

export interface TrackRecord {
  readonly outcomes: readonly DecileOutcome[];
  /** Dates on which the metric was measured. */
  readonly sections: readonly number[];
  /** Mean rank correlation of metric and forward change, by horizon; null where there is no section. */
  readonly correlation: readonly { readonly horizon: number; readonly value: number | null; readonly sections: number }[];
  /** Whether the universe is today's (survivorship) or as it was. */
  readonly membership: UniverseFrame['membership'];
}

/** Index of the row of each section date, by section and symbol; -1 where the symbol had no bar. */
export interface Sections {
  /** Ascending indexes into `frame.dates`. */
  readonly dates: readonly number[];
  readonly rows: Int32Array;
}

/**
 * The last `count` dates, `step` sessions apart, that lie at least the longest horizon before the frame's end: only they have an
 * outcome. Every date is judged by what came after it and by nothing else.
 */
export function recordSections(frame: UniverseFrame, count: number, step: number): Sections {
  const last = frame.dates.length - 1 - Math.max(...forwardHorizons);
  if (frame.symbols.length === 0 || last < 0) throw new AppError('universe.empty');
  const dates: number[] = [];
  for (let index = last; index >= 0 && dates.length < count; index -= step) dates.unshift(index);
  const width = frame.symbols.length;
  const rows = new Int32Array(dates.length * width).fill(-1);
  for (const [section, index] of dates.entries()) {
    for (let symbol = 0; symbol < width; symbol += 1) rows[section * width + symbol] = rowOn(frame, symbol, frame.dates[index] as number);
  }
  return { dates, rows };
}

/** What came after each tenth of a metric. `metric` is laid out as `sections.rows`, NaN where there is none. */
export function trackRecord(frame: UniverseFrame, sections: Sections, metric: Float64Array): TrackRecord {
  const width = frame.symbols.length;
  const outcomes: DecileOutcome[] = [];
  const correlation: TrackRecord['correlation'][number][] = [];
  for (const horizon of forwardHorizons) {
    const tenths: number[][] = Array.from({ length: 10 }, () => []);
    const correlations: number[] = [];
    for (const [section, index] of sections.dates.entries()) {
      const later = frame.dates[index + horizon] as number;
      const found: { readonly metric: number; readonly change: number }[] = [];
      for (let symbol = 0; symbol < width; symbol += 1) {
        const at = section * width + symbol;
        const row = sections.rows[at] as number;
        if (row < 0 || Number.isNaN(metric[at])) continue;
        const then = rowOn(frame, symbol, later);
        if (then < 0) continue;
        const change = ((frame.bars.close[then] as number) / (frame.bars.close[row] as number) - 1) * 100;
        if (Number.isFinite(change)) found.push({ metric: metric[at] as number, change });
      }
      found.sort((a, b) => a.metric - b.metric);
      for (const [place, { change }] of found.entries()) tenths[Math.floor((place * 10) / found.length)]?.push(change);
      const value = rankCorrelation(found.map((one) => one.metric), found.map(({ change }) => change));
      if (value !== null) correlations.push(value);
    }
    for (const [tenth, changes] of tenths.entries()) {
      if (changes.length === 0) continue;
      outcomes.push({ decile: tenth + 1, horizon, ...summary(changes) });
    }
    const value = correlations.length > 0 ? correlations.reduce((sum, one) => sum + one, 0) / correlations.length : null;
    correlation.push({ horizon, value, sections: correlations.length });
  }
  return { outcomes, sections: sections.dates.map((index) => frame.dates[index] as number), correlation, membership: frame.membership };
}

/** A symbol on one of the section dates, e.g. where a rule held. */
export interface SectionEvent {
  readonly symbol: number;
  /** Row of the frame. */
  readonly row: number;
}

/** What came after events. Against it stands the mean of all symbols. */
export function eventRecord(
  frame: UniverseFrame,
  events: readonly SectionEvent[],
): { readonly horizon: number; readonly mean: number; readonly median: number; readonly rising: number; readonly samples: number }[] {
  return forwardHorizons.flatMap((horizon) => {
    const changes: number[] = [];
    for (const { symbol, row } of events) {
      const then = row + horizon;
      if (then >= (frame.ends[symbol] ?? 0)) continue;
      const change = ((frame.bars.close[then] as number) / (frame.bars.close[row] as number) - 1) * 100;
      if (Number.isFinite(change)) changes.push(change);
    }
    return changes.length > 0 ? [{ horizon, ...summary(changes) }] : [];
  });
}

function rowOn(frame: UniverseFrame, symbol: number, date: number): number {
  const start = frame.starts[symbol] ?? 0;
  const row = firstAfter(frame.bars.time, date, start, frame.ends[symbol] ?? 0) - 1;
  return row >= start && frame.bars.time[row] === date ? row : -1;
}

function summary(changes: number[]): { readonly mean: number; readonly median: number; readonly rising: number; readonly samples: number } {
  const sorted = Float64Array.from(changes).sort();
  const middle = sorted.length >>> 1;
  const median = sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
  return {
    mean: changes.reduce((sum, change) => sum + change, 0) / changes.length,
    median,
    rising: changes.filter((change) => change > 0).length / changes.length,
    samples: changes.length,
  };
}

/** Spearman's correlation of two figures of the same things: Pearson's of their ranks, equal values sharing the mean of theirs; null below three or where one never differs. */
function rankCorrelation(one: readonly number[], other: readonly number[]): number | null {
  const count = one.length;
  if (count < 3) return null;
  const [ranks, others] = [meanRanks(one), meanRanks(other)];
  const middle = (count - 1) / 2;
  let [together, own, theirs] = [0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [(ranks[i] as number) - middle, (others[i] as number) - middle];
    together += x * y;
    own += x * x;
    theirs += y * y;
  }
  return own > 0 && theirs > 0 ? together / Math.sqrt(own * theirs) : null;
}

/** Ranks from 0; equal values share the mean of theirs. */
function meanRanks(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  for (let first = 0, end = 0; first < order.length; first = end) {
    while (end < order.length && values[order[end] as number] === values[order[first] as number]) end += 1;
    for (let place = first; place < end; place += 1) ranks[order[place] as number] = (first + end - 1) / 2;
  }
  return ranks;
}
