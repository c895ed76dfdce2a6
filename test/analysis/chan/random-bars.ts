import { allocateBars, type BarColumns } from '../../../src/shared/bars.ts';

/** Shapes of synthetic series: each stresses another comparison of the rules. */
export const seriesShapes = ['walk', 'ties', 'flat', 'gaps', 'extremes', 'zigzag'] as const;
export type SeriesShape = (typeof seriesShapes)[number];

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `length` daily bars of a shape; open and close always lie within high–low. */
export function randomBars(random: () => number, shape: SeriesShape, length: number): BarColumns {
  const bars = allocateBars(length);
  let close = shape === 'extremes' ? 10 ** (random() * 12 - 6) : 100;
  for (let index = 0; index < length; index++) {
    const open = shape === 'gaps' && random() < 0.2 ? step(close, shape, random, index) : close;
    close = step(open, shape, random, index);
    const isFlat = (shape === 'flat' && random() < 0.5) || (shape === 'ties' && random() < 0.1);
    if (isFlat) close = open;
    const up = isFlat ? 0 : wick(close, shape, random);
    const down = isFlat ? 0 : wick(close, shape, random);
    bars.time[index] = 15_000 + index;
    bars.open[index] = open;
    bars.close[index] = close;
    bars.high[index] = Math.max(open, close) + up;
    bars.low[index] = Math.min(open, close) - down;
    bars.volume[index] = Math.floor(random() * 1000);
    bars.amount[index] = random() < 0.01 ? NaN : random() * 1e6;
  }
  return bars;
}

function step(price: number, shape: SeriesShape, random: () => number, index: number): number {
  if (shape === 'ties' || shape === 'flat') return price + Math.floor(random() * 5) - 2;
  if (shape === 'extremes') return price * 10 ** ((random() - 0.5) * (random() < 0.05 ? 6 : 0.1));
  if (shape === 'zigzag') return price + (Math.floor(index / (3 + Math.floor(random() * 4))) % 2 === 0 ? 1 : -1) * Math.floor(random() * 4);
  return price * (1 + (random() - 0.5) * (shape === 'gaps' ? 0.08 : 0.04));
}

function wick(price: number, shape: SeriesShape, random: () => number): number {
  if (shape === 'ties' || shape === 'flat' || shape === 'zigzag') return Math.floor(random() * 3);
  return Math.abs(price) * random() * (shape === 'extremes' ? 0.5 : 0.01);
}
