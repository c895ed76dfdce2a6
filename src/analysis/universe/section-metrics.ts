import type { BarColumns } from '../../shared/bars.ts';
import { riskAt } from '../models/risk.ts';
import { scoreColumns, type ScoreColumns } from '../models/score-columns.ts';
import { scoreMarketOf } from '../models/score-market.ts';
import { scoreSeries } from '../models/score-series.ts';
import type { Sections } from '../models/track-record.ts';
import { mostBars, symbolBars, type UniverseFrame } from './universe-frame.ts';

/** The score of every symbol on each section date, as it was known then; laid out as `sections.rows`, NaN where there is none. */
export function scoreSections(frame: UniverseFrame, sections: Sections): Float64Array {
  const one = new Float64Array(1);
  return measured(frame, sections, (symbol, bars, columns, bar) => {
    scoreSeries({ ...bars, time: bars.time.subarray(0, bar + 1) }, columns, scoreMarketOf(frame.symbols[symbol] ?? ''), bar, one);
    return one[0] as number;
  });
}

/** The risk likewise. */
export function riskSections(frame: UniverseFrame, sections: Sections): Float64Array {
  return measured(frame, sections, (_symbol, bars, columns, bar) => riskAt(bars, columns, bar).total ?? NaN);
}

function measured(
  frame: UniverseFrame,
  sections: Sections,
  measure: (symbol: number, bars: BarColumns, columns: ScoreColumns, bar: number) => number,
): Float64Array {
  const width = frame.symbols.length;
  const metric = new Float64Array(sections.rows.length).fill(NaN);
  const compute = scoreColumns(mostBars(frame));
  for (let symbol = 0; symbol < width; symbol += 1) {
    const start = frame.starts[symbol] ?? 0;
    const bars = symbolBars(frame, symbol);
    let columns: ScoreColumns | null = null;
    for (let section = 0; section < sections.dates.length; section += 1) {
      const at = section * width + symbol;
      const row = sections.rows[at] as number;
      if (row < 0) continue;
      columns ??= compute(bars, row - start, 0);
      metric[at] = measure(symbol, bars, columns, row - start);
    }
  }
  return metric;
}
