import type { CustomSeriesRenderItemReturn, SeriesOption } from 'echarts';
import { xPixel, yPixel, type ChartFrame, type PaneFrame } from './chart-frame.ts';
import { bandItem, boxItems, candleItem, columnItem, dotItems, levelItems, lineItem, markItems, type ToPixel } from './custom-item.ts';
import { candleBatches, columnBatches } from './pixel-batch.ts';
import type { Shape } from './shape.ts';
import type { ThemeColors } from './theme-colors.ts';

/** What the legend line takes of a pane's top. */
const legendPx = 22;
const quiet = { silent: true, animation: false, clip: true } as const;

/** Where a shape is drawn. */
export interface SeriesContext {
  readonly frame: ChartFrame;
  readonly pane: PaneFrame;
  readonly paneIndex: number;
  readonly colors: ThemeColors;
}

/** The ECharts series that draws a shape. Data goes through the pane's scale here, so axes stay linear. */
export function shapeSeries(shape: Shape, { frame, pane, paneIndex, colors }: SeriesContext): SeriesOption {
  const { scale } = pane;
  const place = { id: `${paneIndex}/${shape.id}`, xAxisIndex: paneIndex, yAxisIndex: paneIndex, ...quiet };
  const toPixel: ToPixel = (index, price) => [xPixel(frame, index), yPixel(pane, scale.toAxis(price))];
  const custom = (z: number, item: () => CustomSeriesRenderItemReturn): SeriesOption => ({
    ...place, type: 'custom', z, data: [[frame.window.from, pane.min]], renderItem: item,
  });
  switch (shape.kind) {
    case 'candles':
      return custom(shape.isGhost === true ? 0 : 2, () => candleItem(candleBatches(shape, pane, frame), colors, shape.isGhost === true ? 0.3 : 1));
    case 'columns':
      return custom(2, () => columnItem(columnBatches(shape, pane, frame), colors, shape.pen, shape.rising !== null));
    case 'line':
      return custom(3, () => lineItem(shape.x, shape.y, shape.pen, colors, toPixel));
    case 'level':
      return custom(1, () => lineItem([frame.window.from, frame.window.to], [shape.y, shape.y], shape.pen, colors, toPixel));
    case 'levels':
      return custom(4, () => levelItems(shape.levels, { from: frame.window.from, to: frame.window.to, halo: colors.panel, clearOf: pane.rect.top + legendPx }, colors, toPixel));
    case 'band':
      return custom(1, () => bandItem(shape, colors, toPixel));
    case 'dots':
      return custom(3, () => dotItems(shape.x, shape.y, colors[shape.pen.color], shape.pen.opacity ?? 1, toPixel));
    case 'boxes':
      return custom(1, () => boxItems(shape.boxes, colors, toPixel));
    case 'marks':
      return custom(5, () => markItems(shape.marks, colors, toPixel));
  }
}
