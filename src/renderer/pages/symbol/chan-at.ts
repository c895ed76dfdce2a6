import type { ChanSeries } from '../../../analysis/chan/chan-series.ts';

/** The elements of a structure that a bar belongs to: its trade points, and the lines and zones that hold it. */
export function chanAt({ lines, zones, points }: ChanSeries, bar: number): ChanSeries {
  return {
    fractals: [],
    points: points.filter(({ at }) => at.bar === bar),
    lines: lines.filter(({ begin, end }) => begin.bar < bar && bar <= end.bar),
    zones: zones.filter(({ begin, end }) => begin.bar <= bar && bar <= end.bar),
    widened: [],
  };
}
