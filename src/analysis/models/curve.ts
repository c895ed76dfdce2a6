/** A piecewise linear curve: points in ascending order of input, flat outside them. */
export type Curve = readonly (readonly [input: number, output: number])[];

/** The curve's value at `input`. */
export function onCurve(curve: Curve, input: number): number {
  let previous = curve[0] as readonly [number, number];
  if (input <= previous[0]) return previous[1];
  for (const point of curve) {
    if (input <= point[0]) {
      if (point[0] === previous[0]) return point[1];
      return previous[1] + ((input - previous[0]) / (point[0] - previous[0])) * (point[1] - previous[1]);
    }
    previous = point;
  }
  return previous[1];
}

/** A smooth step from 0 to 1, ½ at zero, strictly rising: `x` in units of the step's half width. */
export function smoothStep(x: number): number {
  return (1 + x / Math.sqrt(1 + x * x)) / 2;
}
