import { CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { graphic, init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { PixelBatch } from './pixel-batch.ts';

use([CustomChart, GridComponent, CanvasRenderer]);

interface PathTarget {
  rect(x: number, y: number, width: number, height: number): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

interface BatchShape {
  batch: PixelBatch;
}

/** Many rectangles, or many segments, as one path: an element for every candle costs several times as much. */
graphic.registerShape('rectBatch', graphic.extendShape({
  shape: { batch: [] as PixelBatch },
  buildPath(path: PathTarget, { batch }: BatchShape) {
    for (let i = 0; i < batch.length; i += 4) path.rect(batch[i] as number, batch[i + 1] as number, batch[i + 2] as number, batch[i + 3] as number);
  },
}));
graphic.registerShape('segmentBatch', graphic.extendShape({
  shape: { batch: [] as PixelBatch },
  buildPath(path: PathTarget, { batch }: BatchShape) {
    for (let i = 0; i < batch.length; i += 4) {
      path.moveTo(batch[i] as number, batch[i + 1] as number);
      path.lineTo(batch[i + 2] as number, batch[i + 3] as number);
    }
  },
}));

graphic.registerShape('lineBatch', graphic.extendShape({
  shape: { batch: [] as PixelBatch },
  buildPath(path: PathTarget, { batch }: BatchShape) {
    let drawing = false;
    for (let i = 0; i < batch.length; i += 2) {
      const x = batch[i] as number;
      const y = batch[i + 1] as number;
      if (y !== y) drawing = false;
      else if (drawing) path.lineTo(x, y);
      else {
        path.moveTo(x, y);
        drawing = true;
      }
    }
  },
}));

/** An ECharts instance with only the parts that our charts use. The caller disposes it. */
export function echartsCanvas(host: HTMLElement): EChartsType {
  return init(host, null, { renderer: 'canvas', devicePixelRatio: window.devicePixelRatio });
}
