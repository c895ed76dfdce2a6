import { ChanEngine } from '../../../analysis/chan/chan-engine.ts';
import { chanReport } from '../../../analysis/chan/chan-report.ts';
import { stepRows } from '../../../analysis/chan/chan-step.ts';
import { parseChanConfig } from '../../../analysis/chan/parse-chan-config.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { AnalysisAnswer } from '../../../shared/contract/analyze.ts';
import { uncrossBars } from './uncross-bars.ts';
import type { AnalysisSource, AnalyzeInput } from './analysis-source.ts';

/** The Chan structure under the names of the reference; `steps` is what stood after each bar. */
export function chanPart({ bars: stored, dates, freq, header }: AnalysisSource, { config: text = '{}', step }: AnalyzeInput): AnalysisAnswer {
  const config = parseJson(text);
  const parsed = parseChanConfig(config);
  const { bars, widened } = uncrossBars(stored);
  const engine = new ChanEngine(parsed, header.bars);
  engine.load(bars);
  const report = chanReport(engine, freq);
  const crossed = widened.map((bar) => ({ date: dates[bar] ?? '', bar, high: bars.high[bar] as number, low: bars.low[bar] as number }));
  const answer = { ...header, config, ...report, widened: [...report.widened, ...crossed].sort((a, b) => a.bar - b.bar) };
  return step ? { ...answer, steps: stepRows(parsed, bars).rows } : answer;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('app.input', { field: 'config', problem: 'is not JSON' }, { cause: error });
  }
}
