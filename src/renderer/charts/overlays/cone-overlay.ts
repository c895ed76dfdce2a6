import type { LegendItem, Overlay } from '../overlay.ts';
import type { Pen, Shape } from '../shape.ts';

export interface Cone {
  /** The bar it starts from, and its close. */
  readonly index: number;
  readonly close: number;
  /** Prices by session ahead: 5th, 25th, 50th, 75th and 95th percentile. */
  readonly bands: readonly (readonly number[])[];
}

const pen: Pen = { color: 'accent', width: 1, dashed: true, opacity: 0.6 };

/** Where past runs of the symbol's own returns lead: nine of ten paths in the pale band, half of them in the darker one. All of it may still move. */
export function coneOverlay({ index, close, bands }: Cone, title: string, format: (value: number) => string): Overlay {
  const x = Float64Array.from({ length: bands.length + 1 }, (_, step) => index + step);
  const column = (percentile: number): Float64Array => Float64Array.from([close, ...bands.map((band) => band[percentile] ?? NaN)]);
  const [least, low, middle, high, most] = [0, 1, 2, 3, 4].map(column) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const shapes: readonly Shape[] = [
    { kind: 'band', id: 'cone/90', x, low: least, high: most, pen, fillOpacity: 0.1 },
    { kind: 'band', id: 'cone/50', x, low, high, pen, fillOpacity: 0.14 },
    { kind: 'line', id: 'cone/low', x, y: least, pen },
    { kind: 'line', id: 'cone/high', x, y: most, pen },
    { kind: 'line', id: 'cone/middle', x, y: middle, pen: { ...pen, opacity: 1 } },
  ];
  const end = bands.at(-1) ?? [];
  return {
    id: 'cone',
    shapes: ({ last }) => (last >= index ? shapes : []),
    legend: (): LegendItem[] => [{ label: title, value: `${format(end[0] ?? NaN)} – ${format(end[4] ?? NaN)}` }],
  };
}
