import type { TradingDate } from '../time.ts';
import { tradingRules, type MarketRulesTable, type TradingRules } from './market-rules.ts';

/** What is known of a listed share beside its bars. */
interface ShareFacts {
  readonly mic: string;
  readonly code: string;
  /** First session; null where unknown, which counts as long ago. */
  readonly listedOn: TradingDate | null;
  /** Lot of the instrument itself, as in Hong Kong; null where the market's holds. */
  readonly lot: number | null;
  /** Whether it was under risk warning (ST) on a date. */
  readonly isRiskWarning: (date: TradingDate) => boolean;
}

/** The rules on each bar of a series. Sessions since listing count bars from the listing date on. */
export function rulesOfSeries(table: MarketRulesTable, share: ShareFacts, time: Float64Array): (bar: number) => TradingRules {
  const listedAt = share.listedOn === null ? -1 : time.indexOf(share.listedOn);
  return (bar) => {
    const date = time[bar] as TradingDate;
    const rules = tradingRules(
      table,
      { mic: share.mic, code: share.code, riskWarning: share.isRiskWarning(date), sessionsListed: listedAt < 0 ? null : bar - listedAt },
      date,
    );
    return share.lot === null ? rules : { ...rules, lotMinimum: share.lot, lotStep: share.lot };
  };
}
