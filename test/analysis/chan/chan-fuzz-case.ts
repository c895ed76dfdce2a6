import { ChanEngine } from '../../../src/analysis/chan/chan-engine.ts';
import { chanReport } from '../../../src/analysis/chan/chan-report.ts';
import { LiveChan } from '../../../src/analysis/chan/live-chan.ts';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { sliceBars, type BarColumns } from '../../../src/shared/bars.ts';
import { brokenInvariants } from './chan-invariants.ts';
import { finalElements } from './final-record.ts';
import { randomBars, seededRandom, seriesShapes } from './random-bars.ts';

/** Configurations that between them turn every switch of the structure. */
const overrides: readonly object[] = [
  {},
  { bi_strict: false },
  { bi_algo: 'fx' },
  { bi_fx_check: 'loss' },
  { bi_allow_sub_peak: false },
  { bi_strict: false, bi_fx_check: 'loss', gap_as_kl: true, bi_end_is_peak: false, bi_allow_sub_peak: false },
  { left_seg_method: 'all' },
  { zs_combine_mode: 'peak' },
  { one_bi_zs: true },
  { zs_algo: 'over_seg' },
  { zs_algo: 'auto' },
  { bsp2_follow_1: false, bsp3_follow_1: false, min_zs_cnt: 0, bs1_peak: false },
  { bi_fx_check: 'totally', gap_as_kl: true },
  { bi_fx_check: 'half', divergence_rate: 0.9, macd_algo: 'area' },
  { bi_algo: 'fx', bi_fx_check: 'loss', zs_algo: 'over_seg', bi_allow_sub_peak: false },
];

const configs = overrides.map((given) => ({ given, config: parseChanConfig(given) }));
const longest = 400;
/** Finals are compared on every seventh bar and on the last ones; whatever moved in between and stayed shows there. */
const comparedEvery = 7;

export interface FuzzResult {
  readonly description: string;
  /** Broken promises; none when all is well. */
  readonly problems: readonly string[];
  /** The documented error the series ended in, if it did. */
  readonly error: string | null;
  /** Whether the end of the bar-by-bar run differs from the batch, as it does in the reference for some series. */
  readonly differsFromBatch: boolean;
}

/** One synthetic series of 0 to 400 bars under one configuration, both taken from `seed`, against everything the engine promises. */
export function checkFuzzCase(seed: number): FuzzResult {
  const random = seededRandom(seed);
  const shape = seriesShapes[seed % seriesShapes.length] ?? 'walk';
  const { given, config } = configs[Math.floor(seed / seriesShapes.length) % configs.length] ?? { given: {}, config: parseChanConfig() };
  const length = Math.floor(random() * (longest + 1));
  const bars = randomBars(random, shape, length);
  const description = `seed ${seed}, ${shape}, ${length} bars, ${JSON.stringify(given)}`;
  try {
    const batch = new ChanEngine(config);
    batch.load(bars);
    const { engine: step, problems } = runStepwise(config, bars);
    problems.push(...brokenInvariants(batch), ...brokenInvariants(step));
    problems.push(...disagreements(finalElements(step), finalElements(batch), 'final in both runs, but different'));
    const cut = Math.floor(random() * length);
    const prefix = new ChanEngine(config);
    prefix.load(sliceBars(bars, 0, cut));
    problems.push(...disagreements(finalElements(prefix), finalElements(batch), `final after ${cut} bars, different at the end`, true));
    const stepReport = JSON.stringify(chanReport(step, '1d'));
    if (JSON.stringify(chanReport(replay(config, bars, random).engine, '1d')) !== stepReport) problems.push('replacing last bars left a trace');
    return { description, problems, error: null, differsFromBatch: stepReport !== JSON.stringify(chanReport(batch, '1d')) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'chan.segment') throw new Error(description, { cause: error });
    return { description, problems: [], error: error.message, differsFromBatch: false };
  }
}

function runStepwise(config: ChanEngine['config'], bars: BarColumns): { engine: ChanEngine; problems: string[] } {
  const engine = new ChanEngine(config);
  const problems: string[] = [];
  let known = new Map<string, string>();
  for (let index = 0; index < bars.time.length; index++) {
    engine.append(bars, index);
    if (index % comparedEvery !== 0 && index < bars.time.length - comparedEvery) continue;
    const now = finalElements(engine);
    problems.push(...disagreements(known, now, `final before bar ${index}, then different`, true));
    known = now;
  }
  return { engine, problems };
}

/** Appends the bars, putting wrong ones in their place first at random. */
function replay(config: ChanEngine['config'], bars: BarColumns, random: () => number): LiveChan {
  const live = new LiveChan(new ChanEngine(config));
  for (let index = 0; index < bars.time.length; index++) {
    if (random() < 0.5) {
      live.append(bars, index);
      continue;
    }
    const wrong = sliceBars(bars, index, index + 1);
    const factor = 0.8 + 0.4 * random();
    const scaled = (column: Float64Array): Float64Array => column.map((value) => value * factor);
    const open = { ...wrong, open: scaled(wrong.open), high: scaled(wrong.high), low: scaled(wrong.low), close: scaled(wrong.close) };
    live.append(factor < 1.1 ? open : bars, factor < 1.1 ? 0 : index);
    if (random() < 0.5) live.replaceLast(open, 0);
    live.replaceLast(bars, index);
  }
  return live;
}

/** Elements of `first` that read differently in `second`; those missing there count only when `mustStay`. */
function disagreements(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>, what: string, mustStay = false): string[] {
  const found: string[] = [];
  for (const [name, text] of first) {
    const other = second.get(name);
    if (other === text || (other === undefined && !mustStay)) continue;
    found.push(`${name} ${what}: ${text} → ${other ?? 'gone'}`);
  }
  return found;
}
