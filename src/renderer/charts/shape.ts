/** A colour by meaning; the theme in force decides what it looks like. */
export type ColorName =
  | 'panel' | 'raised' | 'line' | 'text' | 'muted' | 'accent' | 'warn' | 'bad' | 'good' | 'rise' | 'fall'
  | 'series1' | 'series2' | 'series3' | 'series4' | 'series5' | 'series6' | 'series7' | 'series8';

export interface Pen {
  readonly color: ColorName;
  /** CSS pixels; 1.25 when left out. */
  readonly width?: number;
  readonly dashed?: boolean;
  /** 0 to 1; 1 when left out. */
  readonly opacity?: number;
}

export interface Box {
  readonly fromIndex: number;
  readonly toIndex: number;
  readonly low: number;
  readonly high: number;
  readonly pen: Pen;
  /** 0 for an outline only. */
  readonly fillOpacity: number;
  readonly label?: string;
}

export interface Mark {
  readonly index: number;
  readonly price: number;
  readonly side: 'above' | 'below';
  readonly text: string;
  readonly pen: Pen;
}

export interface Level {
  readonly price: number;
  readonly text: string;
  readonly pen: Pen;
}

/** What an overlay wants drawn, in bar indexes and values of its pane; plain data, so that it can be tested and reused without a canvas. */
export type Shape =
  | {
      readonly kind: 'candles';
      readonly id: string;
      /** Middle of each candle and how many bars it covers. */
      readonly x: Float64Array;
      readonly size: number;
      readonly open: Float64Array;
      readonly high: Float64Array;
      readonly low: Float64Array;
      readonly close: Float64Array;
      /** 1 for rising, 0 for falling; by open and close where left out. */
      readonly rising?: Uint8Array;
      /** Pale and filled, to lie behind the candles of the price. */
      readonly isGhost?: boolean;
    }
  | {
      /** Columns from zero. `rising` holds 1, 0 or, for the colour of `pen`, nothing. */
      readonly kind: 'columns';
      readonly id: string;
      readonly x: Float64Array;
      readonly size: number;
      readonly y: Float64Array;
      readonly rising: Uint8Array | null;
      readonly pen: Pen;
    }
  /** `isLoose` lines do not widen the scale. */
  | { readonly kind: 'line'; readonly id: string; readonly x: Float64Array; readonly y: Float64Array; readonly pen: Pen; readonly isLoose?: boolean }
  | { readonly kind: 'dots'; readonly id: string; readonly x: Float64Array; readonly y: Float64Array; readonly pen: Pen }
  | { readonly kind: 'boxes'; readonly id: string; readonly boxes: readonly Box[] }
  | { readonly kind: 'marks'; readonly id: string; readonly marks: readonly Mark[] }
  /** What lies between two lines. */
  | { readonly kind: 'band'; readonly id: string; readonly x: Float64Array; readonly low: Float64Array; readonly high: Float64Array; readonly pen: Pen; readonly fillOpacity: number }
  /** Named lines across the whole pane that do not widen its scale. The first has the best claim to its text. */
  | { readonly kind: 'levels'; readonly id: string; readonly levels: readonly Level[] }
  /** A line across the whole pane that does not widen its scale. */
  | { readonly kind: 'level'; readonly id: string; readonly y: number; readonly pen: Pen };
