import { expect, test } from 'vitest';
import { parseChanConfig } from '../../../src/analysis/chan/parse-chan-config.ts';
import { AppError } from '../../../src/shared/app-error.ts';

const standardOptions = {
  bi_algo: 'normal', bi_strict: true, bi_fx_check: 'strict', gap_as_kl: false, bi_end_is_peak: true, bi_allow_sub_peak: true,
  seg_algo: 'chan', left_seg_method: 'peak', zs_combine: true, zs_combine_mode: 'zs', one_bi_zs: false, zs_algo: 'normal',
  trigger_step: false, skip_step: 0, kl_data_check: true, max_kl_misalgin_cnt: 2, max_kl_inconsistent_cnt: 5,
  auto_skip_illegal_sub_lv: false, print_warning: true, print_err_time: true, mean_metrics: [], trend_metrics: [],
  macd: { fast: 12, slow: 26, signal: 9 }, boll_n: 20, cal_demark: false, cal_rsi: false, cal_kdj: false,
  divergence_rate: 'inf', min_zs_cnt: 1, bsp1_only_multibi_zs: true, max_bs2_rate: 0.9999, macd_algo: 'peak', bs1_peak: true,
  bs_type: '1,1p,2,2s,3a,3b', bsp2_follow_1: true, bsp3_follow_1: true, bsp3_peak: false, bsp2s_follow_2: false, max_bsp2s_lv: null,
  strict_bsp3: false, bsp3a_max_zs_cnt: 1,
};

test('no override gives the defaults of the specification', () => {
  expect(parseChanConfig().options).toEqual(standardOptions);
});

test('the options that went in can be read again and give the same configuration', () => {
  const config = parseChanConfig({ divergence_rate: 0.9, 'macd_algo-seg': 'amp', 'bs_type-buy': '1,2', macd: { fast: 5 } });
  expect(parseChanConfig(config.options)).toEqual(config);
});

test('"inf" is infinity', () => {
  expect(parseChanConfig({ divergence_rate: 'inf' }).strokePoints.buy.divergenceRate).toBe(Infinity);
});

test('segments use slope and count one-line zones whatever the bare options say', () => {
  const { segmentPoints } = parseChanConfig({ macd_algo: 'area', bsp1_only_multibi_zs: true, min_zs_cnt: 3 });
  expect(segmentPoints.sell).toMatchObject({ metric: 'slope', firstCountsMultiOnly: false, minZoneCount: 3 });
});

test('a suffix reaches one side or level only', () => {
  const config = parseChanConfig({ 'min_zs_cnt-buy': 2, 'min_zs_cnt-segsell': 3, 'bs1_peak-seg': false });
  expect([config.strokePoints.buy, config.strokePoints.sell, config.segmentPoints.buy, config.segmentPoints.sell].map((rules) => [rules.minZoneCount, rules.firstNeedsPeak])).toEqual([
    [2, true], [1, true], [1, false], [3, false],
  ]);
});

test.each([
  [{ bi_algo: 'free' }, 'bi_algo', '"free"', 'normal, fx'],
  [{ seg_algo: 'break' }, 'seg_algo', '"break"', 'chan'],
  [{ bi_strict: 1 }, 'bi_strict', '1', 'true, false'],
  [{ max_bs2_rate: 1.2 }, 'max_bs2_rate', '1.2', 'a number from 0 to 1'],
  [{ divergence_rate: 'infinite' }, 'divergence_rate', '"infinite"', 'a number above 0, or "inf"'],
  [{ divergence_rate: 0 }, 'divergence_rate', '0', 'a number above 0, or "inf"'],
  [{ bs_type: '1,4' }, 'bs_type', '"1,4"', 'a comma list of 1, 1p, 2, 2s, 3a, 3b'],
  [{ bsp3a_max_zs_cnt: 0 }, 'bsp3a_max_zs_cnt', '0', 'a whole number from 1'],
  [{ 'macd_algo-seg': 'area' }, 'macd_algo-seg', '"area"', 'slope, amp'],
  [{ macd_algo: 'rsi' }, 'cal_rsi', 'false', 'true while macd_algo is rsi'],
  [{ zs_algo: 'over_seg', one_bi_zs: true }, 'one_bi_zs', 'true', 'false while zs_algo is over_seg'],
  [{ macd: { fast: 0 } }, 'macd', '{"fast":0}', '{"fast":12,"slow":26,"signal":9} with whole numbers from 1'],
  [[], 'config', '[]', 'an object of options'],
])('%j is refused with the option, the value and what is allowed', (overrides, field, value, allowed) => {
  expect(errorOf(overrides)).toMatchObject({ code: 'chan.option', params: { field, value, allowed } });
});

test.each(['bi_strickt', 'bi_strict-buy', 'toString', '__proto__x'])('the unknown option %s is refused with the known ones', (name) => {
  const error = errorOf({ [name]: true });
  expect(error).toMatchObject({ code: 'chan.option', params: { field: name } });
  expect(error?.params.allowed).toContain('bi_strict, bi_fx_check');
});

function errorOf(overrides: unknown): AppError | undefined {
  try {
    parseChanConfig(overrides);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  return undefined;
}
