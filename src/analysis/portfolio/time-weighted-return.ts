/** A portfolio's worth at the close of a date, and what was paid in (positive) or out on that date before the close. */
export interface Valuation {
  readonly date: number;
  readonly value: number;
  readonly flow: number;
}

/**
 * Time-weighted return: the product of the returns between valuations, each with its flow taken out, so that the size and moment of
 * payments do not count. Flows are taken to arrive at the start of the day. Null for fewer than two valuations or where nothing was
 * invested.
 */
export function timeWeightedReturn(valuations: readonly Valuation[]): number | null {
  if (valuations.length < 2) return null;
  let growth = 1;
  for (const [index, { value, flow }] of valuations.entries()) {
    if (index === 0) continue;
    const base = (valuations[index - 1]?.value ?? 0) + flow;
    if (!(base > 0)) return null;
    growth *= value / base;
  }
  return growth - 1;
}
