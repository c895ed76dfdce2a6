import { buildPyramid } from '../../../src/renderer/charts/bar-pyramid.ts';
import { openChart, type Chart } from '../../../src/renderer/charts/chart.ts';
import type { ChartModel } from '../../../src/renderer/charts/chart-model.ts';
import { formatNumber } from '../../../src/shared/format/format-number.ts';
import type { Pane } from '../../../src/renderer/charts/overlay.ts';
import { candleOverlay } from '../../../src/renderer/charts/overlays/candle-overlay.ts';
import { lineOverlay } from '../../../src/renderer/charts/overlays/line-overlay.ts';
import { volumeOverlay } from '../../../src/renderer/charts/overlays/volume-overlay.ts';
import { panWindow, wholeWindow } from '../../../src/renderer/charts/view-window.ts';
import type { BarColumns } from '../../../src/shared/bars.ts';
import { walk } from './walk.ts';
import '../../../src/renderer/charts/chart.css';
import './bench-page.css';

/** What the benchmark calls in the page. */
export interface ChartBenchPage {
  /** Milliseconds from having the bars to the first painted frame, pyramid and averages included. */
  firstPaint(bars: number): Promise<number>;
  /** Milliseconds that each frame takes (drawing and painting, not the wait for the screen) while panning a window of so many bars. */
  pan(span: number, frames: number): Promise<number[]>;
  wholeSeries(): Promise<void>;
}

declare global {
  interface Window {
    chartBench: ChartBenchPage;
  }
}

const host = document.querySelector<HTMLElement>('#chart');
if (host === null) throw new Error('the page has no chart element');
const place = host;
let chart: Chart | null = null;
let count = 0;

function meanOf(close: Float64Array, period: number): Float64Array {
  const mean = new Float64Array(close.length).fill(NaN);
  let sum = 0;
  for (let i = 0; i < close.length; i++) {
    sum += close[i] as number;
    if (i >= period) sum -= close[i - period] as number;
    if (i >= period - 1) mean[i] = sum / period;
  }
  return mean;
}

function modelOf(bars: BarColumns): ChartModel {
  const pyramid = buildPyramid(bars);
  const labels = { open: 'O', high: 'H', low: 'L', close: 'C', volume: 'Vol' };
  const price = (value: number): string => formatNumber(value, 2);
  const averages = [5, 20, 60, 250].map((period, i) =>
    lineOverlay(`ma${period}`, `MA${period}`, meanOf(bars.close, period), { color: (['series1', 'series2', 'series3', 'series4'] as const)[i] ?? 'muted' }, price),
  );
  const panes: Pane[] = [
    { id: 'price', title: '', weight: 4, axis: 'price', decimals: 2, overlays: [candleOverlay(bars, pyramid, 2, labels, 'en'), ...averages], format: formatNumber },
    { id: 'volume', title: 'Volume', weight: 1, axis: 'volume', decimals: 0, overlays: [volumeOverlay(bars, pyramid, 'en')], format: formatNumber },
  ];
  return { key: 'bench', bars, intraday: false, zone: 'UTC', panes, scale: 'linear', language: 'en' };
}

/** Resolves once the frame that is being prepared has been handed to the screen. */
function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => resolve(performance.now()));
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  });
}

window.chartBench = {
  async firstPaint(length) {
    chart?.close();
    const bars = walk(length);
    count = length;
    await painted();
    const start = performance.now();
    chart = openChart(place);
    chart.show(modelOf(bars));
    return (await painted()) - start;
  },
  async pan(span, frames) {
    const opened = chart;
    if (opened === null) return [];
    opened.setWindow({ from: count / 2, to: count / 2 + span });
    await painted();
    const times: number[] = [];
    for (let frame = 0; frame < frames; frame++) {
      // The first callback of the frame marks its start, the chart draws in the next one, a message after the paint marks its end.
      let start = 0;
      requestAnimationFrame(() => {
        start = performance.now();
      });
      opened.setWindow(panWindow(opened.window(), (frame % 40 < 20 ? 1 : -1) * Math.max(1, span / 100), count));
      times.push((await painted()) - start);
    }
    return times;
  },
  async wholeSeries() {
    chart?.setWindow(wholeWindow(count));
    await painted();
  },
};
