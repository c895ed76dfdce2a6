import type { LineBlock } from './line-blocks.ts';

/** Reads the lines of a table, block after block, into a `BarCollector`. */
export interface RowReader {
  read(block: LineBlock): void;
}
