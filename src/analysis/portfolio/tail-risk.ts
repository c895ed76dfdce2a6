const tailMethods = ['historical', 'normal'] as const;
type TailMethod = (typeof tailMethods)[number];

export interface TailRisk {
  /** `historical` ranks the returns themselves, `normal` fits a bell curve to them. */
  readonly method: TailMethod;
  /** E.g. 0.95. */
  readonly confidence: number;
  /** The smallest loss that is reached on the remaining share of days, as a positive share. */
  readonly valueAtRisk: number;
  /** Mean loss of exactly that share of days, the worst ones, as a positive share. */
  readonly conditional: number;
  readonly samples: number;
}

/** Fewer returns than this say nothing about a tail. */
const leastSamples = 30;

/**
 * Value at risk and its conditional mean of one period ahead, from simple returns; null for fewer than 30. The historical ones are the
 * lower quantile and the expected shortfall of Acerbi and Tasche (2002): of 277 days 5 % are 13.85, so the 14th worst is the value at
 * risk, and it counts with 0.85 in the mean.
 */
export function tailRisk(returns: Float64Array, confidence: number, method: TailMethod): TailRisk | null {
  const known = returns.filter((value) => Number.isFinite(value)).sort();
  const samples = known.length;
  if (samples < leastSamples || !(confidence > 0.5 && confidence < 1)) return null;
  if (method === 'historical') {
    // 100 × (1 - 0.95) is 5.000000000000004.
    const tail = Number((samples * (1 - confidence)).toPrecision(12));
    const days = Math.ceil(tail);
    const last = known[days - 1] as number;
    const worse = known.subarray(0, days - 1).reduce((sum, value) => sum + value, 0);
    return { method, confidence, valueAtRisk: -last, conditional: -(worse + (tail - days + 1) * last) / tail, samples };
  }
  const mean = known.reduce((sum, value) => sum + value, 0) / samples;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (samples - 1));
  const z = normalQuantile(1 - confidence);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return { method, confidence, valueAtRisk: -(mean + z * deviation), conditional: -mean + (deviation * density) / (1 - confidence), samples };
}

/** Quantile of the standard normal distribution by bisection of its distribution function (Abramowitz and Stegun 26.2.17, error < 7.5e-8). */
function normalQuantile(share: number): number {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z >= 0 ? 1 - upper : upper;
}
