import type { EChartsOption, SeriesOption, XAXisComponentOption, YAXisComponentOption } from 'echarts';
import type { ChartFrame } from './chart-frame.ts';
import { shapeSeries } from './shape-series.ts';
import type { ThemeColors } from './theme-colors.ts';

export interface ChartFont {
  readonly family: string;
  readonly sizePx: number;
}

/** The ECharts option of a frame. Axes, ticks and slices are all ours; nothing is left for ECharts to decide. */
export function frameOption(frame: ChartFrame, colors: ThemeColors, font: ChartFont): EChartsOption {
  const last = frame.panes.length - 1;
  const label = { color: colors.muted, fontSize: font.sizePx, fontFamily: font.family };
  const splitLine = { show: true, lineStyle: { color: colors.line, opacity: 0.5, width: 1 } };
  const labels = new Map(frame.timeMarks.map((mark) => [mark.at, mark.label]));
  const timeValues = frame.timeMarks.map((mark) => mark.at);
  const xAxis = frame.panes.map((_, gridIndex): XAXisComponentOption => ({
    type: 'value',
    gridIndex,
    min: frame.window.from,
    max: frame.window.to,
    axisLine: { show: false },
    axisTick: { show: false, customValues: timeValues },
    splitLine,
    axisLabel: {
      ...label,
      show: gridIndex === last,
      customValues: timeValues,
      formatter: (value: number) => labels.get(value) ?? '',
      hideOverlap: false,
      showMinLabel: null,
      showMaxLabel: null,
      margin: 7,
    },
    ...unpadded,
  }) as XAXisComponentOption);
  const yAxis = frame.panes.map((pane, gridIndex): YAXisComponentOption => {
    const values = pane.marks.map((mark) => mark.at);
    const texts = new Map(pane.marks.map((mark) => [mark.at, mark.label]));
    return {
      type: 'value',
      gridIndex,
      position: 'right',
      min: pane.min,
      max: pane.max,
      axisLine: { show: false },
      axisTick: { show: false, customValues: values },
      splitLine,
      axisLabel: { ...label, customValues: values, formatter: (value: number) => texts.get(value) ?? '', hideOverlap: false, margin: 6 },
      ...unpadded,
    } as YAXisComponentOption;
  });
  const series: SeriesOption[] = frame.panes.flatMap((pane, paneIndex) =>
    pane.shapes.map((shape) => shapeSeries(shape, { frame, pane, paneIndex, colors })),
  );
  return {
    animation: false,
    grid: frame.panes.map((pane) => ({
      left: 0, right: frame.axisWidth, top: pane.rect.top, height: pane.rect.height, containLabel: false, outerBoundsMode: 'none' as const,
    })),
    xAxis,
    yAxis,
    series,
  };
}

/** Keeps ECharts from widening an axis by half a candle. */
const unpadded = { containShape: false };
