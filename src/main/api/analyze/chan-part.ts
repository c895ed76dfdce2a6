import { analyzeChan } from '../../../analysis/chan/chan-analysis.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { AnalysisAnswer } from '../../../shared/contract/analyze.ts';
import type { BarSource } from '../bar-source.ts';
import type { AnalysisSource, AnalyzeInput } from './analysis-source.ts';
import { chanLogPart } from './chan-log-part.ts';

/** The Chan structure under the names of the reference; `steps` is what stood after each bar, `log` when each element was first seen. */
export function chanPart(source: AnalysisSource, { config = '{}', step, log, asOf }: AnalyzeInput, { store }: Pick<BarSource, 'store'>): AnalysisAnswer {
  const { bars, basis, freq, header } = source;
  const overrides = parseConfig(config);
  const analysis = analyzeChan({ bars, frequency: freq, basis, overrides, withSteps: step === true });
  if (log !== true) return { ...header, ...analysis };
  // Logs are kept of stored series as they are, under the usual options; they know what came later than `asOf`.
  const isKept = asOf === undefined && source.isStored && config.replaceAll(/\s/g, '') === '{}';
  return { ...header, ...analysis, log: chanLogPart(source, overrides, isKept ? store.read.chanLog(source.series) : null) };
}

/** The options of `--config`. Throws `app.input` for text that is not JSON. */
export function parseConfig(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('app.input', { field: 'config', problem: 'is not JSON' }, { cause: error });
  }
}
