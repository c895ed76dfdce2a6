/** A portfolio's worth at the close of a date, and what was paid in (positive) or out (negative) on that date. */
export interface Valuation {
  readonly date: number;
  readonly value: number;
  readonly flow: number;
}

/**
 * The value of one unit of a portfolio at each valuation, 1 at the first: payments buy or return units and change no unit's value. What is
 * paid in works from the start of its day, what is paid out leaves at its end. While nothing is invested a unit keeps its value; NaN
 * from where it has none (a debt).
 */
export function unitValues(valuations: readonly Valuation[]): Float64Array {
  const units = new Float64Array(valuations.length);
  let [unit, before] = [1, valuations[0]?.value ?? 0];
  units[0] = unit;
  for (let i = 1; i < valuations.length; i += 1) {
    const { value, flow } = valuations[i] as Valuation;
    const base = before + Math.max(0, flow);
    const result = value - Math.min(0, flow);
    unit = base > 0 ? unit * (result / base) : base === 0 && result === 0 ? unit : NaN;
    units[i] = unit;
    before = value;
  }
  return units;
}

/** Time-weighted return: what a unit gained. Null for fewer than two valuations or where nothing was ever invested. */
export function timeWeightedReturn(valuations: readonly Valuation[]): number | null {
  const isInvested = valuations.some(({ value, flow }) => value > 0 || flow > 0);
  const last = unitValues(valuations).at(-1) ?? NaN;
  return valuations.length < 2 || !isInvested || Number.isNaN(last) ? null : last - 1;
}
