import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';

/** A seeded random walk of invented bars: daily (weekdays only), or every five minutes of the day when `stepMs` is given. */
export function walk(length: number, seed = 7, stepMs?: number): BarColumns {
  const bars = allocateBars(length);
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let day = 20_400 - Math.ceil((length * 7) / 5);
  let price = 100;
  for (let i = 0; i < length; i++) {
    do day++; while ((day + 3) % 7 >= 5);
    const drift = (random() + random() + random() - 1.5) * 0.02;
    const open = price * (1 + (random() - 0.5) * 0.006);
    const close = Math.max(1, open * (1 + drift));
    bars.time[i] = stepMs === undefined ? day : 1_755_616_200_000 + i * stepMs;
    bars.open[i] = round(open);
    bars.close[i] = round(close);
    bars.high[i] = round(Math.max(open, close) * (1 + random() * 0.008));
    bars.low[i] = round(Math.min(open, close) * (1 - random() * 0.008));
    bars.volume[i] = Math.round((0.4 + random()) * (1 + Math.abs(drift) * 60) * 2_000_000);
    price = close;
  }
  return bars;
}

function round(price: number): number {
  return Math.round(price * 100) / 100;
}
