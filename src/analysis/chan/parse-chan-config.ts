import { AppError } from '../../shared/app-error.ts';
import {
  segmentDivergenceMetrics, type ChanConfig, type DivergenceMetric, type FractalCheck, type TradePointRules, type TradePointType,
} from './chan-config.ts';
import { engineOptions, inertOptions, pointOptions, type ChanOption } from './chan-options.ts';

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

function standardValues(options: Readonly<Record<string, ChanOption>>): Values {
  return Object.fromEntries(Object.entries(options).map(([name, option]) => [name, option.standard]));
}

function readOption(options: Readonly<Record<string, ChanOption>>, base: string, name: string, value: unknown): unknown {
  const option = options[base];
  const read = option?.read(value);
  if (option === undefined || read === undefined) throw optionError(name, value, option?.allowed ?? knownNames());
  return read;
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
