import { barCount, type BarColumns } from '../../../shared/bars.ts';

/** A copy with rising times. `direction` +1: already rising, -1: falling, 0: in no order. Times are distinct. */
export function sortBars(bars: BarColumns, direction: number): BarColumns {
  if (direction === 1) return mapColumns(bars, (column) => column.slice(), bars.flags.slice());
  if (direction === -1) return mapColumns(bars, (column) => column.slice().reverse(), bars.flags.slice().reverse());
  const order = Uint32Array.from({ length: barCount(bars) }, (_, index) => index).sort((a, b) => (bars.time[a] ?? 0) - (bars.time[b] ?? 0));
  return mapColumns(bars, (column) => Float64Array.from(order, (index) => column[index] ?? NaN), Uint8Array.from(order, (index) => bars.flags[index] ?? 0));
}

function mapColumns(bars: BarColumns, map: (column: Float64Array) => Float64Array, flags: Uint8Array): BarColumns {
  return {
    time: map(bars.time), open: map(bars.open), high: map(bars.high), low: map(bars.low),
    close: map(bars.close), volume: map(bars.volume), amount: map(bars.amount), flags,
  };
}
