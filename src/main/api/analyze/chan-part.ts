import { analyzeChan } from '../../../analysis/chan/chan-analysis.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { AnalysisAnswer } from '../../../shared/contract/analyze.ts';
import type { AnalysisSource, AnalyzeInput } from './analysis-source.ts';

/** The Chan structure under the names of the reference; `steps` is what stood after each bar. */
export function chanPart({ bars, basis, freq, header }: AnalysisSource, { config = '{}', step }: AnalyzeInput): AnalysisAnswer {
  return { ...header, ...analyzeChan({ bars, frequency: freq, basis, overrides: parseJson(config), withSteps: step === true }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('app.input', { field: 'config', problem: 'is not JSON' }, { cause: error });
  }
}
