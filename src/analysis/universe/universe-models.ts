import { riskAt, type Risk } from '../models/risk.ts';
import { scoreColumns } from '../models/score-columns.ts';
import { scoreMarketOf } from '../models/score-market.ts';
import { scoreSeries } from '../models/score-series.ts';
import { needleAt, type NeedleOptions } from './needle.ts';
import type { DailyFacts } from './rank-table.ts';
import { symbolBars, type UniverseFrame } from './universe-frame.ts';
import { firstAfter } from '../series/first-after.ts';

export interface UniverseModels {
  /** The score of every symbol on every date of the facts, a matrix like theirs; NaN without one. */
  readonly score: Float64Array;
  /** The needle score on the last date, by symbol; 0 without a needle, NaN where the lines do not apply or there is no bar. */
  readonly needle: Float64Array;
  /** The risk on the last date, by symbol; null without a bar on it. */
  readonly risk: readonly (Risk | null)[];
}

/** Bars before the newest that risk looks back over. */
const riskBars = 250;

/**
 * Score, needle and risk of a universe in one pass over its bars. `facts` are those of the same frame. A symbol whose newest bar is
 * older than a date has no figures on it.
 */
export function universeModels(frame: UniverseFrame, facts: DailyFacts, needleOptions: Pick<NeedleOptions, 'longWindow'>): UniverseModels {
  const width = frame.symbols.length;
  const days = facts.dates.length;
  const longest = frame.starts.reduce((most, start, symbol) => Math.max(most, (frame.ends[symbol] ?? 0) - start), 0);
  const compute = scoreColumns(longest);
  const score = new Float64Array(days * width).fill(NaN);
  const needle = new Float64Array(width).fill(NaN);
  const risks: (Risk | null)[] = [];
  const scores = new Float64Array(longest);
  const firstDate = facts.dates[0] ?? Infinity;
  for (let symbol = 0; symbol < width; symbol += 1) {
    const bars = symbolBars(frame, symbol);
    const last = bars.time.length - 1;
    const from = firstAfter(bars.time, firstDate - 1, 0, last + 1);
    if (from > last) {
      risks.push(null);
      continue;
    }
    const columns = compute(bars, from, Math.max(0, last - riskBars + 1));
    scoreSeries(bars, columns, scoreMarketOf(frame.symbols[symbol] ?? ''), from, scores);
    let day = 0;
    for (let bar = from; bar <= last; bar += 1) {
      while ((facts.dates[day] as number) < (bars.time[bar] as number)) day += 1;
      if (facts.dates[day] === bars.time[bar]) score[day * width + symbol] = scores[bar - from] as number;
    }
    const current = bars.time[last] === facts.dates[days - 1];
    risks.push(current ? riskAt(bars, columns, last) : null);
    if (current) needle[symbol] = last < needleOptions.longWindow ? NaN : (needleAt(bars, last, needleOptions)?.score ?? 0);
  }
  return { score, needle, risk: risks };
}
