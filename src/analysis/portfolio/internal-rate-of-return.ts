/** A payment seen from the owner's pocket: negative is paid in, positive received (or the final worth). `date` counts days. */
interface DatedFlow {
  readonly date: number;
  readonly amount: number;
}

const yearDays = 365;

/**
 * The yearly rate at which dated payments balance (XIRR, actual/365). Null where all payments have one sign or no rate between
 * −99.99 % and a thousandfold balances them.
 */
export function internalRateOfReturn(flows: readonly DatedFlow[]): number | null {
  const first = Math.min(...flows.map(({ date }) => date));
  const worth = (rate: number): number => flows.reduce((sum, { date, amount }) => sum + amount / (1 + rate) ** ((date - first) / yearDays), 0);
  if (!flows.some(({ amount }) => amount > 0) || !flows.some(({ amount }) => amount < 0)) return null;
  // Bisection on the logarithm of 1 + rate: slow and certain.
  let low = Math.log(1e-4);
  let high = Math.log(1e3);
  const atLow = worth(Math.exp(low) - 1);
  if (Math.sign(atLow) === Math.sign(worth(Math.exp(high) - 1))) return null;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (Math.sign(worth(Math.exp(middle) - 1)) === Math.sign(atLow)) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2) - 1;
}
