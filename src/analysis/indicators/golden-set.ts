import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import { finiteOrNull } from '../../shared/finite-or-null.ts';
import type { DatedReturns } from '../series/equal-weight-returns.ts';
import { returnStatistics, type ReturnStatistics } from '../series/return-statistics.ts';
import { atr } from './atr.ts';
import { bollinger } from './bollinger.ts';
import { cci } from './cci.ts';
import { checkBasis, computeIndicator } from './compute-indicator.ts';
import { dema } from './dema.ts';
import { dmi } from './dmi.ts';
import { donchian } from './donchian.ts';
import { ema } from './ema.ts';
import { heikinAshi } from './heikin-ashi.ts';
import { historicalVolatility } from './historical-volatility.ts';
import { ichimoku } from './ichimoku.ts';
import { kdj } from './kdj.ts';
import { keltner } from './keltner.ts';
import { macd } from './macd.ts';
import { mfi } from './mfi.ts';
import { momentum } from './momentum.ts';
import { obv } from './obv.ts';
import { roc } from './roc.ts';
import { rollingVwap } from './rolling-vwap.ts';
import { rsi } from './rsi.ts';
import { sar } from './sar.ts';
import { sma } from './sma.ts';
import { standardDeviation } from './standard-deviation.ts';
import { stochastic } from './stochastic.ts';
import { supertrend } from './supertrend.ts';
import { tema } from './tema.ts';
import { trix } from './trix.ts';
import { trueRange } from './true-range.ts';
import { williamsR } from './williams-r.ts';
import { wma } from './wma.ts';

/** The indicators under the names of the reference vectors, one entry per bar, null where there is no value; and the statistics. */
interface GoldenSet {
  readonly indicators: Readonly<Record<string, readonly (number | null)[]>>;
  readonly stats: ReturnStatistics;
}

/** The sessions in a year that the reference vectors assume. */
const goldenSessionsPerYear = 252;

/**
 * Everything the reference vectors hold, under TA-Lib's conventions or the written definitions. `market` is the equal-weight index of
 * the universe the bars belong to (`equalWeightReturns`). Throws `analysis.basis` for prices adjusted by an amount.
 */
export function goldenSet(bars: BarColumns, market: DatedReturns, basis: Basis = 'raw'): GoldenSet {
  checkBasis({ id: 'golden', needsPositivePrices: true }, basis);
  const talib = { preset: 'talib' };
  const definition = { preset: 'definition' };
  const macdLines = computeIndicator(macd, bars, {}, talib);
  const bands = computeIndicator(bollinger, bars, {}, talib);
  const movement = computeIndicator(dmi, bars, {}, talib);
  const slow = computeIndicator(stochastic, bars, {}, talib);
  const kdjLines = computeIndicator(kdj, bars, {}, definition);
  const candles = computeIndicator(heikinAshi, bars);
  const channel = computeIndicator(keltner, bars, {}, definition);
  const range = computeIndicator(donchian, bars);
  const cloud = computeIndicator(ichimoku, bars);
  const trend = computeIndicator(supertrend, bars, {}, definition);
  const columns: Record<string, Float64Array> = {
    sma20: computeIndicator(sma, bars, { period: 20 }).sma,
    ema20: computeIndicator(ema, bars, { period: 20 }, talib).ema,
    wma20: computeIndicator(wma, bars, { period: 20 }).wma,
    rsi14: computeIndicator(rsi, bars, { period: 14 }, talib).rsi,
    macd: macdLines.macd,
    macdSignal: macdLines.signal,
    macdHist: macdLines.histogram,
    bbUpper: bands.upper,
    bbMiddle: bands.middle,
    bbLower: bands.lower,
    atr14: computeIndicator(atr, bars, { period: 14 }, talib).atr,
    adx14: movement.adx,
    plusDI14: movement.plusDi,
    minusDI14: movement.minusDi,
    stochSlowK: slow.k,
    stochSlowD: slow.d,
    cci20: computeIndicator(cci, bars, { period: 20 }, talib).cci,
    obv: computeIndicator(obv, bars, {}, talib).obv,
    mfi14: computeIndicator(mfi, bars, { period: 14 }, talib).mfi,
    willr14: computeIndicator(williamsR, bars, { period: 14 }, talib).r,
    roc10: computeIndicator(roc, bars, { period: 10 }).roc,
    sar: computeIndicator(sar, bars).sar,
    trix15: computeIndicator(trix, bars, { period: 15 }, talib).trix,
    stddev20: computeIndicator(standardDeviation, bars, { period: 20 }, talib).deviation,
    trange: computeIndicator(trueRange, bars).range,
    ema12: computeIndicator(ema, bars, { period: 12 }, talib).ema,
    dema20: computeIndicator(dema, bars, { period: 20 }, talib).dema,
    tema20: computeIndicator(tema, bars, { period: 20 }, talib).tema,
    mom10: computeIndicator(momentum, bars, { period: 10 }).momentum,
    kdjK: kdjLines.k,
    kdjD: kdjLines.d,
    kdjJ: kdjLines.j,
    haOpen: candles.open,
    haHigh: candles.high,
    haLow: candles.low,
    haClose: candles.close,
    vwap20: computeIndicator(rollingVwap, bars, { period: 20 }).vwap,
    keltnerUpper: channel.upper,
    keltnerMiddle: channel.middle,
    keltnerLower: channel.lower,
    donchianUpper: range.upper,
    donchianLower: range.lower,
    donchianMiddle: range.middle,
    ichimokuTenkan: cloud.tenkan,
    ichimokuKijun: cloud.kijun,
    ichimokuSpanARaw: cloud.spanA,
    ichimokuSpanBRaw: cloud.spanB,
    supertrend: trend.line,
    supertrendDir: trend.direction,
    rollVol20: computeIndicator(historicalVolatility, bars, { period: 20, sessionsPerYear: goldenSessionsPerYear }).volatility,
  };
  const indicators: Record<string, (number | null)[]> = {};
  for (const [name, column] of Object.entries(columns)) indicators[name] = Array.from(column, finiteOrNull);
  return { indicators, stats: returnStatistics(bars.time, bars.close, market, goldenSessionsPerYear) };
}
