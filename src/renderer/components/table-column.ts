import type { ReactNode } from 'react';

/** A column of the one table. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** A grid track: `64px`, `minmax(80px, 1fr)`. */
  readonly width: string;
  readonly align?: 'left' | 'right';
  /** Shown only once it is chosen; only in tables with an `id`. */
  readonly isExtra?: boolean;
  /** What it sorts by and what is copied; NaN and null go last. */
  readonly value: (row: Row) => string | number | null;
  /** What it shows; the value as text where left out. */
  readonly cell?: (row: Row) => ReactNode;
}
