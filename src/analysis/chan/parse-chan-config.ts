import { AppError } from '../../shared/app-error.ts';
import {
  divergenceMetrics, fractalChecks, segmentDivergenceMetrics, tradePointTypes, type ChanConfig, type DivergenceMetric, type FractalCheck,
  type TradePointRules, type TradePointType,
} from './chan-config.ts';

/** Checks one value; returns it as it is used, or undefined when it is not allowed. */
type Reader = (value: unknown) => unknown;

interface Option {
  readonly allowed: string;
  readonly read: Reader;
  readonly standard: unknown;
}

const yesNo = (standard: boolean): Option => ({ allowed: 'true, false', read: (value) => (typeof value === 'boolean' ? value : undefined), standard });
const oneOf = (choices: readonly string[], standard: string): Option => ({
  allowed: choices.join(', '),
  read: (value) => (typeof value === 'string' && choices.includes(value) ? value : undefined),
  standard,
});
const whole = (least: number, standard: number): Option => ({
  allowed: `a whole number from ${least}`,
  read: (value) => (Number.isInteger(value) && (value as number) >= least ? value : undefined),
  standard,
});
const listOfPeriods: Option = {
  allowed: 'a list of whole numbers from 1',
  read: (value) => (Array.isArray(value) && value.every((item) => Number.isInteger(item) && item >= 1) ? value : undefined),
  standard: [],
};

/** Options of the whole engine, with the reference's names, order and defaults (spec section 12). */
const engineOptions: Readonly<Record<string, Option>> = {
  bi_algo: oneOf(['normal', 'fx'], 'normal'),
  bi_strict: yesNo(true),
  bi_fx_check: oneOf(fractalChecks, 'strict'),
  gap_as_kl: yesNo(false),
  bi_end_is_peak: yesNo(true),
  bi_allow_sub_peak: yesNo(true),
  seg_algo: oneOf(['chan'], 'chan'),
  left_seg_method: oneOf(['peak', 'all'], 'peak'),
  zs_combine: yesNo(true),
  zs_combine_mode: oneOf(['zs', 'peak'], 'zs'),
  one_bi_zs: yesNo(false),
  zs_algo: oneOf(['normal', 'over_seg', 'auto'], 'normal'),
  macd: { allowed: '{"fast":12,"slow":26,"signal":9} with whole numbers from 1', read: readMacd, standard: { fast: 12, slow: 26, signal: 9 } },
  cal_rsi: yesNo(false),
  kl_data_check: yesNo(true),
  max_kl_misalgin_cnt: whole(0, 2),
  max_kl_inconsistent_cnt: whole(0, 5),
};

/** Accepted so that a configuration of the reference can be used as it is; none of them has a part in the structure. */
const inertOptions: Readonly<Record<string, Option>> = {
  trigger_step: yesNo(false),
  skip_step: whole(0, 0),
  auto_skip_illegal_sub_lv: yesNo(false),
  print_warning: yesNo(true),
  print_err_time: yesNo(true),
  mean_metrics: listOfPeriods,
  trend_metrics: listOfPeriods,
  boll_n: whole(1, 20),
  cal_demark: yesNo(false),
  cal_kdj: yesNo(false),
};

/** Options of the trade points; each may carry a suffix for one side or level. */
const pointOptions: Readonly<Record<string, Option>> = {
  divergence_rate: { allowed: 'a number above 0, or "inf"', read: readRate, standard: Infinity },
  min_zs_cnt: { allowed: 'a whole number', read: (value) => (Number.isInteger(value) ? value : undefined), standard: 1 },
  bsp1_only_multibi_zs: yesNo(true),
  max_bs2_rate: { allowed: 'a number from 0 to 1', read: (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined), standard: 0.9999 },
  macd_algo: oneOf(divergenceMetrics, 'peak'),
  bs1_peak: yesNo(true),
  bs_type: { allowed: `a comma list of ${tradePointTypes.join(', ')}`, read: readTypes, standard: tradePointTypes },
  bsp2_follow_1: yesNo(true),
  bsp3_follow_1: yesNo(true),
  bsp3_peak: yesNo(false),
  bsp2s_follow_2: yesNo(false),
  max_bsp2s_lv: { allowed: 'a whole number from 0, or null', read: (value) => (value === null || (Number.isInteger(value) && (value as number) >= 0) ? value : undefined), standard: null },
  strict_bsp3: yesNo(false),
  bsp3a_max_zs_cnt: whole(1, 1),
};

const suffixes = {
  '-buy': [['stroke', 'buy']],
  '-sell': [['stroke', 'sell']],
  '-segbuy': [['segment', 'buy']],
  '-segsell': [['segment', 'sell']],
  '-seg': [['segment', 'buy'], ['segment', 'sell']],
} as const satisfies Record<string, readonly (readonly ['stroke' | 'segment', 'buy' | 'sell'])[]>;

type Values = Record<string, unknown>;

/**
 * The configuration from overrides under the reference's own option names ("inf" is infinity). Segments use the metric `slope` and
 * count one-line zones unless a `-seg` option says otherwise. Throws `chan.option` naming the option, the value and what is
 * allowed.
 */
export function parseChanConfig(overrides: unknown = {}): ChanConfig {
  if (typeof overrides !== 'object' || overrides === null || Array.isArray(overrides)) {
    throw optionError('config', overrides, 'an object of options');
  }
  const given = Object.entries(overrides);
  const engine = standardValues(engineOptions);
  const inert = standardValues(inertOptions);
  const points = standardValues(pointOptions);
  const suffixed: [string, keyof typeof suffixes, unknown][] = [];
  for (const [name, value] of given) {
    const parts = /^(.+?)(-buy|-sell|-segbuy|-segsell|-seg)?$/.exec(name);
    const base = parts?.[1] ?? name;
    const suffix = parts?.[2];
    if (suffix !== undefined && Object.hasOwn(pointOptions, base)) {
      suffixed.push([base, suffix as keyof typeof suffixes, readOption(pointOptions, base, name, value)]);
    } else if (Object.hasOwn(engineOptions, name)) engine[name] = readOption(engineOptions, name, name, value);
    else if (Object.hasOwn(inertOptions, name)) inert[name] = readOption(inertOptions, name, name, value);
    else if (Object.hasOwn(pointOptions, name)) points[name] = readOption(pointOptions, name, name, value);
    else throw optionError(name, value, knownNames());
  }
  const sides = {
    stroke: { buy: { ...points }, sell: { ...points } },
    segment: { buy: segmentValues(points), sell: segmentValues(points) },
  };
  for (const [base, suffix, value] of suffixed) for (const [level, side] of suffixes[suffix]) sides[level][side][base] = value;
  const config: ChanConfig = {
    stroke: {
      algorithm: engine.bi_algo as 'normal' | 'fx',
      isStrict: engine.bi_strict as boolean,
      fractalCheck: engine.bi_fx_check as FractalCheck,
      gapCountsAsBar: engine.gap_as_kl as boolean,
      endIsPeak: engine.bi_end_is_peak as boolean,
      allowsSubPeak: engine.bi_allow_sub_peak as boolean,
    },
    leftOver: engine.left_seg_method as 'peak' | 'all',
    zone: {
      algorithm: engine.zs_algo as 'normal' | 'over_seg' | 'auto',
      allowsOneLine: engine.one_bi_zs as boolean,
      combines: engine.zs_combine as boolean,
      combineMode: engine.zs_combine_mode as 'zs' | 'peak',
    },
    levelLimits: {
      childless: engine.kl_data_check === true ? (engine.max_kl_misalgin_cnt as number) : Infinity,
      misdated: engine.kl_data_check === true ? (engine.max_kl_inconsistent_cnt as number) : Infinity,
    },
    macd: engine.macd as ChanConfig['macd'],
    calculatesRsi: engine.cal_rsi as boolean,
    strokePoints: { buy: pointRules(sides.stroke.buy), sell: pointRules(sides.stroke.sell) },
    segmentPoints: { buy: pointRules(sides.segment.buy), sell: pointRules(sides.segment.sell) },
    options: writeOptions(engine, inert, points, given),
  };
  checkTogether(config);
  return config;
}

function checkTogether(config: ChanConfig): void {
  if (config.zone.algorithm === 'over_seg' && config.zone.allowsOneLine) {
    throw optionError('one_bi_zs', true, 'false while zs_algo is over_seg');
  }
  for (const { metric } of [config.strokePoints.buy, config.strokePoints.sell]) {
    if (metric === 'rsi' && !config.calculatesRsi) throw optionError('cal_rsi', false, 'true while macd_algo is rsi');
  }
  const allowed: readonly DivergenceMetric[] = segmentDivergenceMetrics;
  for (const { metric } of [config.segmentPoints.buy, config.segmentPoints.sell]) {
    if (!allowed.includes(metric)) throw optionError('macd_algo-seg', metric, allowed.join(', '));
  }
}

function pointRules(values: Values): TradePointRules {
  return {
    divergenceRate: values.divergence_rate as number,
    minZoneCount: values.min_zs_cnt as number,
    firstCountsMultiOnly: values.bsp1_only_multibi_zs as boolean,
    maxSecondRate: values.max_bs2_rate as number,
    metric: values.macd_algo as DivergenceMetric,
    firstNeedsPeak: values.bs1_peak as boolean,
    wants: wantedTypes(values.bs_type as readonly TradePointType[]),
    secondFollowsFirst: values.bsp2_follow_1 as boolean,
    thirdFollowsFirst: values.bsp3_follow_1 as boolean,
    thirdNeedsPeak: values.bsp3_peak as boolean,
    secondaryFollowsSecond: values.bsp2s_follow_2 as boolean,
    maxSecondaryLevel: values.max_bsp2s_lv as number | null,
    strictThird: values.strict_bsp3 as boolean,
    maxThirdZones: values.bsp3a_max_zs_cnt as number,
  };
}

function wantedTypes(types: readonly TradePointType[]): TradePointRules['wants'] {
  const wants = { '1': false, '1p': false, '2': false, '2s': false, '3a': false, '3b': false };
  for (const type of types) wants[type] = true;
  return wants;
}

function segmentValues(points: Values): Values {
  return { ...points, macd_algo: 'slope', bsp1_only_multibi_zs: false };
}

function standardValues(options: Readonly<Record<string, Option>>): Values {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.standard]));
}

function readOption(options: Readonly<Record<string, Option>>, base: string, name: string, value: unknown): unknown {
  const option = options[base];
  const read = option?.read(value);
  if (option === undefined || read === undefined) throw optionError(name, value, option?.allowed ?? knownNames());
  return read;
}

function readRate(value: unknown): number | undefined {
  if (value === 'inf' || value === Infinity) return Infinity;
  return typeof value === 'number' && value > 0 ? value : undefined;
}

function readTypes(value: unknown): readonly TradePointType[] | undefined {
  if (typeof value !== 'string') return undefined;
  const names = value.split(',').map((name) => name.trim());
  return names.every((name): name is TradePointType => (tradePointTypes as readonly string[]).includes(name)) ? names : undefined;
}

function readMacd(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const periods: Values = { fast: 12, slow: 26, signal: 9, ...value };
  const isRight = Object.entries(periods).every(([name, period]) => ['fast', 'slow', 'signal'].includes(name) && Number.isInteger(period) && (period as number) >= 1);
  return isRight ? periods : undefined;
}

/** Every option in force, under the reference's names, infinity as "inf"; suffixed ones as they were given. */
function writeOptions(engine: Values, inert: Values, points: Values, given: readonly [string, unknown][]): Values {
  const written: Values = { ...engine, ...inert, ...points };
  written.bs_type = (points.bs_type as readonly string[]).join(',');
  if (written.divergence_rate === Infinity) written.divergence_rate = 'inf';
  for (const [name, value] of given) if (!Object.hasOwn(written, name)) written[name] = value === Infinity ? 'inf' : value;
  return written;
}

function knownNames(): string {
  return [...Object.keys(engineOptions), ...Object.keys(inertOptions), ...Object.keys(pointOptions)].join(', ');
}

function optionError(field: string, value: unknown, allowed: string): AppError {
  return new AppError('chan.option', { field, value: JSON.stringify(value) ?? String(value), allowed });
}
