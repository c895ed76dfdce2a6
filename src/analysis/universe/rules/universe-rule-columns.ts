import { barCount, type BarColumns } from '../../../shared/bars.ts';
import type { scoreColumns } from '../../models/score-columns.ts';
import { scoreMarketOf } from '../../models/score-market.ts';
import { scoreSeries } from '../../models/score-series.ts';
import { rankedCount, type RankTable } from '../rank-table.ts';
import type { SymbolSignals } from '../signals.ts';
import { firstAfter } from '../../series/first-after.ts';
import type { UniverseModels } from '../universe-models.ts';
import type { GivenColumns } from './bar-rule-columns.ts';
import type { ChanRuleColumns } from './chan-rule-columns.ts';

/** Figures that are computed for one date of the universe. */
export interface DateFigures {
  readonly models: Pick<UniverseModels, 'risk' | 'needle'>;
  readonly signals: ReadonlyMap<number, SymbolSignals>;
}

export interface UniverseRuleContext extends DateFigures {
  readonly table: RankTable;
  /** The same of the date before the last, where a rule is judged on it too. */
  readonly earlier?: DateFigures;
  /** From `scoreColumns`, long enough for the longest symbol. */
  readonly scores: ReturnType<typeof scoreColumns>;
  /** From `chanRuleColumns`; asked for only when a rule wants Chan points. */
  readonly chan: (symbol: number, bars: BarColumns, from: number) => ChanRuleColumns;
  /** The first bar of a symbol on which scores and Chan points are wanted. */
  readonly from: (bars: BarColumns) => number;
}

/**
 * The columns of one symbol that come from the universe and from Chan, aligned with its bars. Scores and Chan points exist from the bar
 * wanted on, ranks and turnover on the dates of the table, risk, needle and signals on the last one; elsewhere they are unknown. Chan is
 * computed only when a rule asks for it.
 */
export function universeRuleColumns(context: UniverseRuleContext, symbol: number, bars: BarColumns): GivenColumns {
  const { table } = context;
  const length = barCount(bars);
  const width = table.symbols.length;
  const blank = (): Float64Array => new Float64Array(length).fill(NaN);
  const byDate = (value: (day: number) => number): Float64Array => {
    const column = blank();
    for (let bar = firstAfter(bars.time, (table.dates[0] ?? Infinity) - 1, 0, length); bar < length; bar += 1) {
      const day = table.dates.indexOf(bars.time[bar] as number);
      if (day >= 0) column[bar] = value(day);
    }
    return column;
  };
  const onDate = (value: (figures: DateFigures) => number | null | undefined): Float64Array => {
    const column = blank();
    for (const [back, figures] of [context, context.earlier].entries()) {
      const bar = bars.time.lastIndexOf(table.dates.at(-1 - back) ?? NaN);
      if (figures !== undefined && bar >= 0) column[bar] = value(figures) ?? NaN;
    }
    return column;
  };
  const rankOn = (day: number): number => (day >= 0 ? table.rank[day * width + symbol] : 0) || NaN;
  let chan: ChanRuleColumns | null = null;
  return (field) => {
    switch (field) {
      case 'score': {
        const column = blank();
        const from = context.from(bars);
        scoreSeries(bars, context.scores(bars, from), scoreMarketOf(table.symbols[symbol] ?? ''), from, column.subarray(from));
        return column;
      }
      case 'rank':
        return byDate(rankOn);
      case 'rankChangePercent':
        return byDate((day) => ((rankOn(day - 1) - rankOn(day)) / rankedCount(table, day)) * 100);
      case 'rankChange':
        return byDate((day) => rankOn(day - 1) - rankOn(day));
      case 'turnover':
        return byDate((day) => table.turnover[day * width + symbol] as number);
      case 'risk':
        return onDate(({ models }) => models.risk[symbol]?.total);
      case 'needle':
        return onDate(({ models }) => models.needle[symbol]);
      case 'signalStrength':
        return onDate(({ signals }) => signals.get(symbol)?.strength);
      case 'signalCount':
        return onDate(({ signals }) => signals.get(symbol)?.count);
      case 'chan.buy':
      case 'chan.sell':
        chan ??= context.chan(symbol, bars, context.from(bars));
        return field === 'chan.buy' ? chan.buy : chan.sell;
      default:
        return null;
    }
  };
}
