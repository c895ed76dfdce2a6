import type { LineBlock } from './line-blocks.ts';

/** Reads whole lines of a table into a `BarCollector`. */
export interface RowReader {
  read(block: LineBlock): void;
}
