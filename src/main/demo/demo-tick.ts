import type { DemoInstrument } from './demo-cast.ts';

/** Hong Kong's spread table in short: the tick grows with the price. */
const hongKongTicks: readonly (readonly [below: number, tick: number])[] = [
  [10, 0.01], [20, 0.02], [100, 0.05], [200, 0.1], [500, 0.2], [Infinity, 0.5],
];

/** The nearest price that can be traded. */
export function roundToTick(market: DemoInstrument['market'], price: number): number {
  const tick = market === 'HK' ? (hongKongTicks.find(([below]) => price < below)?.[1] ?? 0.5) : 0.01;
  // Every tick is whole hundredths: dividing them gives the double nearest to the decimal price.
  return Math.round(Math.max(tick, Math.round(price / tick) * tick) * 100) / 100;
}
