import { barCount } from '../../shared/bars.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { ChanInput } from './chan-bars.ts';
import { ChanEngine } from './chan-engine.ts';
import { chanReport, type ChanReport } from './chan-report.ts';
import { stepRows, type StepRow } from './chan-step.ts';
import { parseChanConfig } from './parse-chan-config.ts';

/** What standing was after every bar, and where the last of it differs from the structure of all bars found at once. */
export interface ChanSteps {
  steps: StepRow[];
  final_equals_batch: boolean;
  diff_keys: string[];
}

export type ChanAnalysis = ChanReport & { config: ChanEngine['config']['options'] } & Partial<ChanSteps>;

/** The whole answer for one series; `overrides` as `parseChanConfig` takes them, `withSteps` adds a row for every bar. */
export function analyzeChan(bars: ChanInput, frequency: Frequency, overrides: unknown = {}, withSteps = false): ChanAnalysis {
  const config = parseChanConfig(overrides);
  const engine = new ChanEngine(config, barCount(bars));
  engine.load(bars);
  const report = chanReport(engine, frequency);
  const steps = withSteps ? stepsAgainst(report, bars, frequency, engine) : {};
  return { config: config.options, ...report, ...steps };
}

function stepsAgainst(report: ChanReport, bars: ChanInput, frequency: Frequency, { config }: ChanEngine): ChanSteps {
  const { engine, rows } = stepRows(config, bars);
  const last: Record<string, unknown> = { ...chanReport(engine, frequency) };
  const differing = Object.entries(report).filter(([name, part]) => JSON.stringify(part) !== JSON.stringify(last[name]));
  return { steps: rows, final_equals_batch: differing.length === 0, diff_keys: differing.map(([name]) => name) };
}
