import type { ColorName, Shape } from './shape.ts';

/** The bars on screen, first to last inclusive, and how many share one bucket. */
export interface VisibleRange {
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** One figure of a legend line. */
export interface LegendItem {
  readonly label: string;
  readonly value: string;
  readonly color?: ColorName;
}

/** Something drawn in a pane: pure functions of what is on screen. */
export interface Overlay {
  readonly id: string;
  shapes(range: VisibleRange): readonly Shape[];
  /** Its figures at a bar. */
  legend(index: number): readonly LegendItem[];
}

/** A strip of the chart with a value axis of its own. The first pane holds the price. */
export interface Pane {
  readonly id: string;
  readonly title: string;
  /** Its part of the height, relative to the other panes. */
  readonly weight: number;
  readonly overlays: readonly Overlay[];
  /** `price` follows the scale the user chose, `volume` starts at zero, `value` fits what it shows. */
  readonly axis: 'price' | 'volume' | 'value';
  /** Decimals of its values, for tags. */
  readonly decimals: number;
  /** Values to label instead of round ones, e.g. 30 and 70. */
  readonly marks?: readonly number[];
  /** How the axis writes a value; `decimals` is what its steps need. */
  format(value: number, decimals: number): string;
}
