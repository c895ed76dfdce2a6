import { barCount } from '../../shared/bars.ts';
import { scoreColumns } from '../models/score-columns.ts';
import { scoreMarketOf } from '../models/score-market.ts';
import { scoreSeries } from '../models/score-series.ts';
import type { Sections } from '../models/track-record.ts';
import { symbolBars, type UniverseFrame } from './universe-frame.ts';

/** The score of every symbol on each section date, as it was known then; laid out as `sections.rows`. */
export function scoreSections(frame: UniverseFrame, sections: Sections): Float64Array {
  const width = frame.symbols.length;
  const metric = new Float64Array(sections.rows.length).fill(NaN);
  const longest = frame.starts.reduce((most, start, symbol) => Math.max(most, (frame.ends[symbol] ?? 0) - start), 0);
  const compute = scoreColumns(longest);
  const scores = new Float64Array(longest);
  for (let symbol = 0; symbol < width; symbol += 1) {
    const start = frame.starts[symbol] ?? 0;
    const rows = sections.dates.map((_, section) => sections.rows[section * width + symbol] as number);
    const first = rows.find((row) => row >= 0);
    if (first === undefined) continue;
    const bars = symbolBars(frame, symbol);
    scoreSeries(bars, compute(bars, first - start), scoreMarketOf(frame.symbols[symbol] ?? ''), first - start, scores);
    for (const [section, row] of rows.entries()) {
      if (row >= 0 && row - start < barCount(bars)) metric[section * width + symbol] = scores[row - first] as number;
    }
  }
  return metric;
}
