import { levelRecord } from '../../../analysis/models/level-record.ts';
import { levels } from '../../../analysis/models/levels.ts';
import { defaultRiskPercent, defaultStopPercent, positionSize } from '../../../analysis/models/position-size.ts';
import { risk } from '../../../analysis/models/risk.ts';
import { conePercentiles, scenarioCone } from '../../../analysis/models/scenario-cone.ts';
import { scoreMarketOf } from '../../../analysis/models/score-market.ts';
import { score } from '../../../analysis/models/score.ts';
import { technicalRadar } from '../../../analysis/models/technical-radar.ts';
import { tradeDiscipline } from '../../../analysis/models/trade-discipline.ts';
import type { LevelsAnswer, PositionAnswer, RiskAnswer, ScenarioAnswer, ScoreAnswer } from '../../../shared/contract/model-figures.ts';
import type { Calendar } from '../../../shared/calendar/calendar.ts';
import { formatTradingDate, type TradingDate } from '../../../shared/time.ts';
import type { AnalysisSource } from './analysis-source.ts';

/** The explained score of the last closed bar, with the radar beside it. */
export function scorePart(source: AnalysisSource): ScoreAnswer {
  const { bars, basis, header } = source;
  return { ...score(bars, scoreMarketOf(header.symbol), basis), ...header, radar: technicalRadar(bars, basis) };
}

/** The risk of the last closed bar, and the size of a position it suggests. */
export function riskPart(source: AnalysisSource): RiskAnswer {
  const { bars, basis, header } = source;
  const found = risk(bars, basis);
  const position = positionSize({ riskPercent: defaultRiskPercent, stopPercent: defaultStopPercent, volatility: volatilityOf(found.rows) });
  return { ...found, ...header, position };
}

const recordHorizon = 20;
const recordStep = 10;

/** Support and resistance around the last closed bar, and how such levels fared before. */
export function levelsPart(source: AnalysisSource): LevelsAnswer {
  const { bars, instrument, header } = source;
  const found = levels(bars, instrument.tickSize);
  return {
    ...header,
    close: found?.close ?? null,
    supports: found?.supports ?? [],
    resistances: found?.resistances ?? [],
    record: levelRecord(bars, instrument.tickSize, recordHorizon, recordStep),
  };
}

/** A cone of what may come, drawn from the symbol's own past; the seed is symbol and day, so it can be drawn again. */
export function scenarioPart(source: AnalysisSource, calendar: Calendar | null, { horizon, paths } = { horizon: 60, paths: 2_000 }): ScenarioAnswer {
  const { bars, basis, freq, header } = source;
  const seed = `${header.symbol}@${header.asOf ?? ''}`;
  const cone = scenarioCone(bars.close, basis, { horizon, seed, paths });
  const last = bars.time.at(-1);
  const dates = calendar === null || freq !== '1d' || last === undefined ? null : sessionsAfter(calendar, last as TradingDate, horizon);
  return { ...header, horizon, dates, cone: cone === null ? null : { ...cone, percentiles: conePercentiles } };
}

/** How large a position the volatility allows, and what the rules of discipline say about the one that is open. */
export function positionPart(
  source: AnalysisSource,
  trade: { readonly riskPercent: number; readonly stopPercent: number; readonly entryPrice?: number | undefined; readonly closedProfits: readonly number[] },
): PositionAnswer {
  const { bars, basis, header } = source;
  const volatility = volatilityOf(risk(bars, basis).rows);
  const close = bars.close.at(-1) ?? NaN;
  const gainPercent = trade.entryPrice === undefined || Number.isNaN(close) ? null : (close / trade.entryPrice - 1) * 100;
  const notes = tradeDiscipline(trade.closedProfits, gainPercent === null ? [] : [{ symbol: header.symbol, gainPercent }]);
  return {
    ...header,
    volatility,
    position: positionSize({ ...trade, volatility }),
    gainPercent,
    discipline: notes.map(({ code, ...figures }) => ({
      code,
      figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, typeof value === 'string' ? { text: value } : value])),
    })),
  };
}

function volatilityOf(rows: readonly { readonly code: string; readonly input: number | null }[]): number | null {
  return rows.find(({ code }) => code === 'risk.volatility')?.input ?? null;
}

function sessionsAfter(calendar: Calendar, last: TradingDate, count: number): string[] {
  const dates: string[] = [];
  for (let date = calendar.next(last); dates.length < count; date = calendar.next(date)) dates.push(formatTradingDate(date));
  return dates;
}
