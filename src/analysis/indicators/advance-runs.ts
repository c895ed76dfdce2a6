import type { Indicator, InputColumns, InputName, Memory, OutputColumns } from './indicator.ts';
import type { Parameters, ParameterValues } from './parameter.ts';

const priceNames: readonly string[] = ['open', 'high', 'low', 'close', 'benchmark'];

/**
 * Continues an indicator over bars `from` to `to`, run by run: a bar with a missing input (or, where prices must be positive, a price
 * at or below zero) has no output, and the next bar starts afresh. Nothing is carried over a gap, so no figure mixes its two sides.
 */
export function advanceRuns<I extends InputName, P extends Parameters, O extends string>(
  indicator: Indicator<I, P, O>,
  input: InputColumns<I>,
  parameters: ParameterValues<P>,
  output: OutputColumns<O>,
  memory: Memory,
  from: number,
  to: number,
): void {
  const warmUp = indicator.warmUp(parameters);
  let next = from;
  while (next < to) {
    const gap = firstGap(indicator, input, next, to);
    if (gap > next) {
      fillOutputs(output, next, Math.min(gap, memory.start + warmUp));
      indicator.advance(input, parameters, output, memory, next, gap);
    }
    if (gap === to) return;
    fillOutputs(output, gap, gap + 1);
    memory.start = gap + 1;
    memory.slots.fill(0);
    next = gap + 1;
  }
}

/** Writes "no value" into every output over bars `from` to `to`. */
export function fillOutputs(output: OutputColumns<string>, from: number, to: number): void {
  if (to <= from) return;
  for (const name in output) output[name]?.fill(NaN, from, to);
}

function firstGap<I extends InputName>(indicator: Indicator<I>, input: InputColumns<I>, from: number, to: number): number {
  let end = to;
  for (const name of indicator.inputs) {
    const positive = indicator.needsPositivePrices === true && priceNames.includes(name);
    end = positive ? firstNotPositive(input[name], from, end) : firstMissing(input[name], from, end);
  }
  return end;
}

/** The first bar of `from` to `to` without a finite value, or `to`. */
export function firstMissing(column: Float64Array, from: number, to: number): number {
  // A sum is finite only when every part is; four sums at once keep the check far cheaper than the indicators themselves.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let next = from;
  for (; next + 3 < to; next += 4) {
    a += column[next] as number;
    b += column[next + 1] as number;
    c += column[next + 2] as number;
    d += column[next + 3] as number;
  }
  for (; next < to; next++) a += column[next] as number;
  if (Number.isFinite(a + b + c + d)) return to;
  for (let i = from; i < to; i++) {
    const value = column[i] as number;
    if (!Number.isFinite(value)) return i;
  }
  return to;
}

function firstNotPositive(column: Float64Array, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    if (!((column[i] as number) > 0)) return i;
  }
  return to;
}
