import { scoreColumns } from '../../analysis/models/score-columns.ts';
import { scoreMarketOf } from '../../analysis/models/score-market.ts';
import { scoreSeries } from '../../analysis/models/score-series.ts';
import type { GivenColumns } from '../../analysis/universe/rules/bar-rule-columns.ts';
import { mostBars, type UniverseFrame } from '../../analysis/universe/universe-frame.ts';
import type { UniverseDesk } from './universe-desk.ts';
import { barCount, type BarColumns } from '../../shared/bars.ts';

/**
 * The columns beyond a symbol's own bars that are known on every past bar as they were then: its score and its Chan points. Ranks,
 * risk, needles and signals are known on the last dates only, and a rule that asks for them has no history.
 */
export function historicColumns(frame: UniverseFrame, chanOf: UniverseDesk['chan']): (symbol: number, bars: BarColumns) => GivenColumns {
  const compute = scoreColumns(mostBars(frame));
  return (symbol, bars) => {
    let chan: ReturnType<typeof chanOf> | null = null;
    return (field) => {
      if (field === 'score') {
        const scores = new Float64Array(barCount(bars));
        scoreSeries(bars, compute(bars), scoreMarketOf(frame.symbols[symbol] ?? ''), 0, scores);
        return scores;
      }
      if (field !== 'chan.buy' && field !== 'chan.sell') return null;
      chan ??= chanOf(frame, symbol, bars, 0);
      return field === 'chan.buy' ? chan.buy : chan.sell;
    };
  };
}
