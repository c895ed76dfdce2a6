import { barCount, type BarColumns } from '../../../shared/bars.ts';
import type { ChanConfig } from '../../chan/chan-config.ts';
import type { scoreColumns } from '../../models/score-columns.ts';
import { scoreMarketOf } from '../../models/score-market.ts';
import { scoreSeries } from '../../models/score-series.ts';
import type { RankTable } from '../rank-table.ts';
import type { SymbolSignals } from '../signals.ts';
import { firstAfter } from '../universe-frame.ts';
import type { UniverseModels } from '../universe-models.ts';
import type { GivenColumns } from './bar-rule-columns.ts';
import { chanRuleColumns } from './chan-rule-columns.ts';

export interface UniverseRuleContext {
  readonly table: RankTable;
  readonly models: UniverseModels;
  readonly signals: ReadonlyMap<number, SymbolSignals>;
  /** From `scoreColumns`, long enough for the longest symbol. */
  readonly scores: ReturnType<typeof scoreColumns>;
  readonly chan: ChanConfig;
  /** For how many of the newest bars scores are wanted: `Infinity` for a back-test. */
  readonly scoreBars: number;
}

/**
 * The columns of one symbol that come from the universe and from Chan, aligned with its bars. Scores exist on the newest bars, ranks and
 * turnover on the dates of the table, risk, needle and signals on the last one; elsewhere they are unknown. Chan is computed only
 * when a rule asks for it.
 */
export function universeRuleColumns(context: UniverseRuleContext, symbol: number, bars: BarColumns): GivenColumns {
  const { table, models, signals } = context;
  const length = barCount(bars);
  const width = table.symbols.length;
  const blank = (): Float64Array => new Float64Array(length).fill(NaN);
  const byDate = (value: (day: number) => number): Float64Array => {
    const column = blank();
    for (let bar = firstAfter(bars.time, 0, length, (table.dates[0] ?? Infinity) - 1); bar < length; bar += 1) {
      const day = table.dates.indexOf(bars.time[bar] as number);
      if (day >= 0) column[bar] = value(day);
    }
    return column;
  };
  const onLast = (value: number | null | undefined): Float64Array => {
    const column = blank();
    if (length > 0 && bars.time[length - 1] === table.dates.at(-1)) column[length - 1] = value ?? NaN;
    return column;
  };
  const rankOn = (day: number): number => (day >= 0 ? table.rank[day * width + symbol] : 0) || NaN;
  let chan: ReturnType<typeof chanRuleColumns> | null = null;
  return (field) => {
    switch (field) {
      case 'score': {
        const column = blank();
        const from = Math.max(0, length - context.scoreBars);
        scoreSeries(bars, context.scores(bars, from), scoreMarketOf(table.symbols[symbol] ?? ''), from, column.subarray(from));
        return column;
      }
      case 'rank':
        return byDate(rankOn);
      case 'rankChange':
        return byDate((day) => rankOn(day - 1) - rankOn(day));
      case 'turnover':
        return byDate((day) => table.turnover[day * width + symbol] as number);
      case 'risk':
        return onLast(models.risk[symbol]?.total);
      case 'needle':
        return onLast(models.needle[symbol]);
      case 'signalStrength':
        return onLast(signals.get(symbol)?.strength);
      case 'signalCount':
        return onLast(signals.get(symbol)?.count);
      case 'chan.buy':
      case 'chan.sell':
        chan ??= chanRuleColumns(bars, context.chan);
        return field === 'chan.buy' ? chan.buy : chan.sell;
      default:
        return null;
    }
  };
}
