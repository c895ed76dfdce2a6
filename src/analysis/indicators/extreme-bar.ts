/** The last bar of `from` to `to` (both inclusive) with the largest value. */
export function highestBar(column: Float64Array, from: number, to: number): number {
  let bar = from;
  let extreme = column[from] as number;
  for (let i = from + 1; i <= to; i++) {
    const value = column[i] as number;
    if (value >= extreme) {
      extreme = value;
      bar = i;
    }
  }
  return bar;
}

/** The last bar of `from` to `to` (both inclusive) with the smallest value. */
export function lowestBar(column: Float64Array, from: number, to: number): number {
  let bar = from;
  let extreme = column[from] as number;
  for (let i = from + 1; i <= to; i++) {
    const value = column[i] as number;
    if (value <= extreme) {
      extreme = value;
      bar = i;
    }
  }
  return bar;
}

/** The largest value of the last `period` bars of a run that began at `start`; its bar is kept in slot `at` and looked for again only when it has left. */
export function stepHighest(slots: Float64Array, at: number, column: Float64Array, i: number, period: number, start: number): number {
  let bar = i === start ? i : (slots[at] as number);
  if ((column[i] as number) >= (column[bar] as number)) bar = i;
  else if (bar <= i - period) bar = highestBar(column, i - period + 1, i);
  slots[at] = bar;
  return column[bar] as number;
}

/** The smallest value of the last `period` bars, as `stepHighest`. */
export function stepLowest(slots: Float64Array, at: number, column: Float64Array, i: number, period: number, start: number): number {
  let bar = i === start ? i : (slots[at] as number);
  if ((column[i] as number) <= (column[bar] as number)) bar = i;
  else if (bar <= i - period) bar = lowestBar(column, i - period + 1, i);
  slots[at] = bar;
  return column[bar] as number;
}
