import { divergenceMetrics, fractalChecks, tradePointTypes, type TradePointType } from './chan-config.ts';

/** Checks one value; returns it as it is used, or undefined when it is not allowed. */
type Reader = (value: unknown) => unknown;

/** An option by its name in the reference: what is allowed, and its standard value. */
export interface ChanOption {
  readonly allowed: string;
  readonly read: Reader;
  readonly standard: unknown;
}

const yesNo = (standard: boolean): ChanOption => ({ allowed: 'true, false', read: (value) => (typeof value === 'boolean' ? value : undefined), standard });
const oneOf = (choices: readonly string[], standard: string): ChanOption => ({
  allowed: choices.join(', '),
  read: (value) => (typeof value === 'string' && choices.includes(value) ? value : undefined),
  standard,
});
const whole = (least: number, standard: number): ChanOption => ({
  allowed: `a whole number from ${least}`,
  read: (value) => (Number.isInteger(value) && (value as number) >= least ? value : undefined),
  standard,
});
const listOfPeriods: ChanOption = {
  allowed: 'a list of whole numbers from 1',
  read: (value) => (Array.isArray(value) && value.every((item) => Number.isInteger(item) && item >= 1) ? value : undefined),
  standard: [],
};

/** Options of the whole engine, with the reference's names, order and defaults (spec section 12). */
export const engineOptions: Readonly<Record<string, ChanOption>> = {
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
export const inertOptions: Readonly<Record<string, ChanOption>> = {
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
export const pointOptions: Readonly<Record<string, ChanOption>> = {
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
  const periods: Record<string, unknown> = { fast: 12, slow: 26, signal: 9, ...value };
  const isRight = Object.entries(periods).every(([name, period]) => ['fast', 'slow', 'signal'].includes(name) && Number.isInteger(period) && (period as number) >= 1);
  return isRight ? periods : undefined;
}
