import { AppError } from '../../shared/app-error.ts';
import { barCount } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { ChanInput } from './chan-bars.ts';
import { ChanEngine } from './chan-engine.ts';
import { chanReport, type ChanReport } from './chan-report.ts';
import { stepRows, type StepRow } from './chan-step.ts';
import { parseChanConfig } from './parse-chan-config.ts';

interface ChanRequest {
  readonly bars: ChanInput;
  readonly frequency: Frequency;
  readonly basis: Basis;
  /** Options as `parseChanConfig` takes them. */
  readonly overrides?: unknown;
  /** Adds what stood after every bar. */
  readonly withSteps?: boolean;
}

/** What stood after every bar, and where the last of it differs from the structure of all bars found at once. */
interface ChanSteps {
  steps: StepRow[];
  final_equals_batch: boolean;
  diff_keys: string[];
}

/** `config` holds every option in force. */
type ChanAnalysis = { config: ChanEngine['config']['options'] } & ChanReport & Partial<ChanSteps>;

/**
 * The whole answer for one series. Throws `chan.option` for the options, `chan.bar` and `chan.time` for the bars, `chan.segment` where
 * they cannot be divided, and `analysis.basis` for prices adjusted by an amount: their ratios, and so the divergences, mean nothing.
 */
export function analyzeChan({ bars, frequency, basis, overrides, withSteps = false }: ChanRequest): ChanAnalysis {
  const config = parseChanConfig(overrides);
  if (basis === 'forwardAdditive') throw new AppError('analysis.basis', { indicator: 'chan', field: 'basis', value: basis, allowed: 'raw, split, total' });
  const engine = new ChanEngine(config, barCount(bars));
  engine.load(bars);
  const report = chanReport(engine, frequency);
  return { config: config.options, ...report, ...(withSteps ? stepsAgainst(report, bars, frequency, engine) : {}) };
}

function stepsAgainst(report: ChanReport, bars: ChanInput, frequency: Frequency, { config }: ChanEngine): ChanSteps {
  const { engine, rows } = stepRows(config, bars);
  const last: Record<string, unknown> = { ...chanReport(engine, frequency) };
  const differing = Object.entries(report).filter(([name, part]) => JSON.stringify(part) !== JSON.stringify(last[name]));
  return { steps: rows, final_equals_batch: differing.length === 0, diff_keys: differing.map(([name]) => name) };
}
