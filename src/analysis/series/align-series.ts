/** For each time of `calendar` the series' bar of that time, or -1. Both rise; O(n + m). */
export function alignIndex(calendar: Float64Array, time: Float64Array): Int32Array {
  const index = new Int32Array(calendar.length).fill(-1);
  let bar = 0;
  for (let i = 0; i < calendar.length; i++) {
    while (bar < time.length && (time[bar] as number) < (calendar[i] as number)) bar++;
    if (time[bar] === calendar[i]) index[i] = bar;
  }
  return index;
}

/**
 * A column on the calendar of `index`: NaN where the series has no bar, or with `carry` the last value before it (never one from
 * later). `out` may be the caller's own column.
 */
export function alignColumn(column: Float64Array, index: Int32Array, missing: 'nan' | 'carry', out = new Float64Array(index.length)): Float64Array {
  let last = NaN;
  for (let i = 0; i < index.length; i++) {
    const bar = index[i] as number;
    const value = bar < 0 ? NaN : (column[bar] as number);
    if (!Number.isNaN(value)) last = value;
    out[i] = missing === 'carry' ? last : value;
  }
  return out;
}
