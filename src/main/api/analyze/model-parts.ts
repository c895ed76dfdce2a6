import { levels } from '../../../analysis/models/levels.ts';
import { defaultRiskPercent, defaultStopPercent, positionSize } from '../../../analysis/models/position-size.ts';
import { risk } from '../../../analysis/models/risk.ts';
import { scenarioCone } from '../../../analysis/models/scenario-cone.ts';
import { scoreMarketOf } from '../../../analysis/models/score-market.ts';
import { score } from '../../../analysis/models/score.ts';
import { technicalRadar } from '../../../analysis/models/technical-radar.ts';
import type { AnalysisAnswer } from '../../../shared/contract/analyze.ts';
import { closedBars } from './closed-bars.ts';
import type { AnalysisSource } from './analysis-source.ts';

/** The explained score of the last closed bar, with the radar beside it. */
export function scorePart({ bars, basis, header }: AnalysisSource): AnalysisAnswer {
  const closed = closedBars(bars);
  const { bars: used, ...answer } = score(closed, scoreMarketOf(header.symbol), basis);
  return { ...header, bars: used, ...answer, radar: technicalRadar(closed, basis) };
}

/** The risk of the last closed bar, and the size of a position it suggests. */
export function riskPart({ bars, basis, header }: AnalysisSource): AnalysisAnswer {
  const closed = closedBars(bars);
  const { bars: used, ...answer } = risk(closed, basis);
  const volatility = answer.rows.find(({ code }) => code === 'risk.volatility')?.input ?? null;
  const position = positionSize({ riskPercent: defaultRiskPercent, stopPercent: defaultStopPercent, volatility });
  return { ...header, bars: used, ...answer, position };
}

/** Support and resistance around the last closed bar. */
export function levelsPart({ bars, instrument, header }: AnalysisSource): AnalysisAnswer {
  const found = levels(closedBars(bars), instrument.tickSize);
  return { ...header, ...found, bars: found?.bars ?? 0, close: found?.close ?? null, supports: found?.supports ?? [], resistances: found?.resistances ?? [] };
}

const horizon = 60;
const paths = 2_000;

/** A cone of what may come, drawn from the symbol's own past; the seed is symbol and day, so it can be drawn again. */
export function scenarioPart({ bars, basis, header }: AnalysisSource): AnalysisAnswer {
  const seed = `${header.symbol}@${header.asOf ?? ''}`;
  const cone = scenarioCone(closedBars(bars).close, basis, { horizon, seed, paths });
  if (cone === null) return { ...header, cone: null };
  const { bars: used, ...answer } = cone;
  return { ...header, bars: used, horizon, cone: answer };
}
