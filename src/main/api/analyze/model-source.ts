import type { BarSource } from '../bar-source.ts';
import { analysisSource, type AnalysisSource, type AnalyzeInput } from './analysis-source.ts';
import { closedSource } from './closed-source.ts';

/** What models compute from: closed bars, raw prices with their splits taken out, because a split is no fall of the price. */
export function modelSource(from: BarSource, input: Pick<AnalyzeInput, 'symbol' | 'freq' | 'asOf'>): AnalysisSource {
  return closedSource(analysisSource(from, input, true));
}
