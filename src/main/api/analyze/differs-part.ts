import { parseIndicatorList } from '../../../analysis/indicators/parse-indicator-list.ts';
import { whyDiffers, type WhyDiffers } from '../../../analysis/indicators/why-differs.ts';
import type { AnalysisAnswer } from '../../../shared/contract/analyze.ts';
import type { AnalysisSource, AnalyzeInput } from './analysis-source.ts';
import { indicatorInput, type AnalysisServices } from './indicator-input.ts';

const commonList = 'macd,rsi,kdj,bollinger,atr,stochastic,williams-r,obv';

/** Why the newest figures differ from another program's: each under every preset, and the bar on which two presets part. */
export function differsPart(source: AnalysisSource, { set = commonList, asOf, benchmark }: AnalyzeInput, from: AnalysisServices): AnalysisAnswer {
  const chosen = parseIndicatorList(set);
  const { columns: input, require } = indicatorInput(from, source, chosen.map(({ indicator }) => indicator), { asOf, benchmark });
  const { basis, dates, header } = source;
  const index = dates.length - 1;
  const differs = chosen.flatMap(({ indicator, given }) => {
    require(indicator);
    return Object.keys(indicator.outputs).map((output) => dated(whyDiffers(indicator, input, { output, index, parameters: given, basis }), dates));
  });
  return { ...header, differs };
}

/** The bars named by their dates instead of their indices. */
function dated({ index: _index, pairs, ...answer }: WhyDiffers, dates: readonly string[]) {
  const date = (index: number): string | null => dates[index] ?? null;
  return {
    ...answer,
    pairs: pairs.map(({ firstBar, agreeFrom, ...pair }) => ({
      ...pair,
      firstBar: firstBar === null ? null : { date: date(firstBar.index), values: firstBar.values },
      agreeFrom: agreeFrom === null ? null : date(agreeFrom),
    })),
  };
}
