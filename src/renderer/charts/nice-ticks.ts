export interface Ticks {
  readonly values: readonly number[];
  readonly step: number;
}

const mantissas = [1, 2, 2.5, 5, 10];

/** The smallest round step (1, 2, 2.5 or 5 times a power of ten) of which at most `most` fit into `range`. */
export function niceStep(range: number, most: number): number {
  const rough = range / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  const mantissa = mantissas.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return mantissa * power;
}

/** Round values inside `min` to `max`, at most `most + 1` of them; none where the range is empty or not finite. */
export function niceTicks(min: number, max: number, most: number): Ticks {
  const range = max - min;
  if (!(range > 0) || !Number.isFinite(range)) return { values: [], step: NaN };
  const step = niceStep(range, most);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const slack = step * 1e-6;
  const values: number[] = [];
  for (let i = first; i <= last; i++) {
    const value = i === 0 ? 0 : Number((i * step).toPrecision(15));
    // Where the range is next to nothing beside the prices, a rounded value may fall outside it.
    if (value >= min - slack && value <= max + slack) values.push(value);
  }
  return { values, step };
}

/** Decimals that a step needs to be told apart from its neighbours. */
export function stepDecimals(step: number): number {
  if (!(step > 0)) return 0;
  for (let decimals = 0; decimals < 10; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return 10;
}
