/** A value in another unit, rounded to the 15 digits that decimal text carries: 5,393.86 lots are 539,386 shares, not 539,385.99999. */
export function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15));
}
