import type { TradePointType } from './chan-config.ts';
import type { Line } from './line.ts';

/** A buy or sell point at the end of a line; one per line, with every type it qualifies for in the order they were found. */
export class TradePoint {
  readonly line: Line;
  readonly bar: number;
  readonly price: number;
  readonly isBuy: boolean;
  types: readonly TradePointType[];
  /** The type 1 point this one follows. */
  first: TradePoint | null;
  /** Strength of the line out over that of the line in; null where no divergence was measured. */
  divergence: number | null;

  constructor(line: Line, type: TradePointType, first: TradePoint | null, divergence: number | null) {
    this.line = line;
    this.bar = line.endBar;
    this.price = line.endValue;
    this.isBuy = line.direction === -1;
    this.types = [type];
    this.first = first;
    this.divergence = divergence;
  }
}
