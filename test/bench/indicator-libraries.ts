import { createRequire } from 'node:module';
import type { IndicatorsSync } from '@ixjb94/indicators';
import type * as Technical from 'technicalindicators';
import * as signals from 'trading-signals';

/** A series in the shape the libraries take. */
export interface LibraryBars {
  readonly high: number[];
  readonly low: number[];
  readonly close: number[];
  readonly volume: number[];
}

type Run = (bars: LibraryBars) => void;

/** The same ten indicators over one series in each of the libraries that are measured beside ours. */
export async function libraryRuns(): Promise<{ ixjb94: Run; technicalindicators: Run; tradingSignals: Run }> {
  // Both are CommonJS without names an ES module import could see.
  const load = createRequire(import.meta.url);
  const { IndicatorsSync: Sync } = load('@ixjb94/indicators') as { IndicatorsSync: new () => IndicatorsSync };
  const classic = load('technicalindicators') as typeof Technical;
  return { ixjb94: ixjb94(new Sync()), technicalindicators: technicalindicators(classic), tradingSignals };
}

function ixjb94(library: IndicatorsSync): Run {
  return ({ high, low, close, volume }) => {
    library.sma(close, 20);
    library.ema(close, 20);
    library.rsi(close, 14);
    library.macd(close, 12, 26, 9);
    library.bbands(close, 20, 2);
    library.atr(high, low, close, 14);
    library.stoch(high, low, close, 14, 3, 3);
    library.adx(high, low, 14);
    library.cci(high, low, close, 20);
    library.obv(close, volume);
  };
}

function technicalindicators(library: typeof Technical): Run {
  return ({ high, low, close, volume }) => {
    library.sma({ values: close, period: 20 });
    library.ema({ values: close, period: 20 });
    library.rsi({ values: close, period: 14 });
    library.macd({ values: close, fastPeriod: 12, slowPeriod: 26, signalPeriod: 9, SimpleMAOscillator: false, SimpleMASignal: false });
    library.bollingerbands({ values: close, period: 20, stdDev: 2 });
    library.atr({ high, low, close, period: 14 });
    library.stochastic({ high, low, close, period: 14, signalPeriod: 3 });
    library.adx({ high, low, close, period: 14 });
    library.cci({ high, low, close, period: 20 });
    library.obv({ close, volume });
  };
}

/** This library has no on-balance volume in closes and volumes alone; it takes the whole candle. */
function tradingSignals({ high, low, close, volume }: LibraryBars): void {
  const ofClose = [
    new signals.SMA(20),
    new signals.EMA(20),
    new signals.RSI(14),
    new signals.MACD(new signals.EMA(12), new signals.EMA(26), new signals.EMA(9)),
    new signals.BollingerBands(20, 2),
  ];
  const ofCandle = [
    new signals.ATR(14),
    new signals.StochasticOscillator({ kPeriod: 14, kSlowingPeriod: 3, dPeriod: 3 }),
    new signals.ADX(14),
    new signals.CCI(20),
    new signals.OBV(10),
  ];
  for (let i = 0; i < close.length; i++) {
    const last = close[i] ?? NaN;
    const candle = { open: last, high: high[i] ?? NaN, low: low[i] ?? NaN, close: last, volume: volume[i] ?? NaN };
    for (const indicator of ofClose) indicator.update(last, false);
    for (const indicator of ofCandle) indicator.update(candle, false);
  }
}
