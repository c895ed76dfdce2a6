import { AppError } from '../../shared/app-error.ts';
import { anchoredVwap } from './anchored-vwap.ts';
import { atr } from './atr.ts';
import { bbi } from './bbi.ts';
import { bias } from './bias.ts';
import { bollinger } from './bollinger.ts';
import { cci } from './cci.ts';
import { dema } from './dema.ts';
import { dma } from './dma.ts';
import { dmi } from './dmi.ts';
import { donchian } from './donchian.ts';
import { ema } from './ema.ts';
import { hama } from './hama.ts';
import { heikinAshi } from './heikin-ashi.ts';
import { historicalVolatility } from './historical-volatility.ts';
import { ichimoku } from './ichimoku.ts';
import type { Indicator } from './indicator.ts';
import { kdj } from './kdj.ts';
import { keltner } from './keltner.ts';
import { limitUpStreak } from './limit-up-streak.ts';
import { macd } from './macd.ts';
import { mfi } from './mfi.ts';
import { momentum } from './momentum.ts';
import { obv } from './obv.ts';
import { pivotPoints } from './pivot-points.ts';
import { positionLines } from './position-lines.ts';
import { psy } from './psy.ts';
import { relativeStrength } from './relative-strength.ts';
import { relativeVolume } from './relative-volume.ts';
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
import { turnoverRate } from './turnover-rate.ts';
import { volumeRatio } from './volume-ratio.ts';
import { williamsR } from './williams-r.ts';
import { wma } from './wma.ts';

/** Every indicator, in the order of the chart menu; menu, command line and reference page are made from this list. */
export const indicators: readonly Indicator[] = [
  sma,
  ema,
  wma,
  dema,
  tema,
  bbi,
  bollinger,
  keltner,
  donchian,
  ichimoku,
  supertrend,
  sar,
  rollingVwap,
  anchoredVwap,
  pivotPoints,
  heikinAshi,
  hama,
  macd,
  rsi,
  kdj,
  stochastic,
  cci,
  williamsR,
  mfi,
  roc,
  momentum,
  trix,
  bias,
  psy,
  dma,
  positionLines,
  dmi,
  obv,
  relativeVolume,
  volumeRatio,
  turnoverRate,
  limitUpStreak,
  relativeStrength,
  atr,
  trueRange,
  standardDeviation,
  historicalVolatility,
];

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/** The indicator of that id; throws `analysis.indicator`, naming the known ones. */
export function findIndicator(id: string): Indicator {
  const indicator = byId.get(id);
  if (indicator === undefined) {
    throw new AppError('analysis.indicator', { field: 'indicator', value: id, allowed: [...byId.keys()].join(', ') });
  }
  return indicator;
}
