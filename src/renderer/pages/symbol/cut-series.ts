import { sliceBars } from '../../../shared/bars.ts';
import { buildPyramid } from '../../charts/bar-pyramid.ts';
import type { ChartSeries } from './chart-series.ts';

/** The series as it stood after its first `count` bars: nothing later is left for any figure to see. */
export function cutSeries(series: ChartSeries, count: number): ChartSeries {
  const bars = sliceBars(series.bars, 0, count);
  return { ...series, bars, pyramid: buildPyramid(bars) };
}
