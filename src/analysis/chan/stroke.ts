import { Line } from './line.ts';
import type { MergedBars } from './merged-bars.ts';

const noEnds: readonly number[] = [];

/** A stroke between two merged bars, the first of them a fractal. */
export class Stroke extends Line {
  readonly beginMerged: number;
  endMerged: number;
  /** Ends to go back to when the virtual extension is taken back; empty unless extended. */
  sureEnds: readonly number[];

  constructor(merged: MergedBars, index: number, from: number, to: number, isSure: boolean) {
    const isUp = merged.fractal[from] === -1;
    super(index, isUp ? 1 : -1, isSure, isSure);
    this.sureEnds = noEnds;
    this.beginMerged = from;
    this.endMerged = to;
    this.beginValue = (isUp ? merged.low[from] : merged.high[from]) as number;
    this.beginBar = (isUp ? merged.lowBar[from] : merged.highBar[from]) as number;
    this.firstBar = merged.firstBar[from] as number;
    this.low = this.beginValue;
    this.high = this.beginValue;
    this.moveEnd(merged, to);
  }

  /** Ends at `to` for now; `sureEnds` are what a later `restore` goes back to. */
  extend(merged: MergedBars, to: number, sureEnds: readonly number[]): void {
    this.sureEnds = sureEnds;
    this.isSure = false;
    this.moveEnd(merged, to);
  }

  /** Takes an extension back to its first sure end and returns the ends of the strokes that followed it. */
  restore(merged: MergedBars): readonly number[] {
    const [sureEnd = this.endMerged, ...later] = this.sureEnds;
    this.sureEnds = noEnds;
    this.isSure = true;
    this.moveEnd(merged, sureEnd);
    return later;
  }

  moveEnd(merged: MergedBars, to: number): void {
    this.endMerged = to;
    this.lastBar = merged.lastBar[to] as number;
    if (this.direction === 1) {
      this.endValue = merged.high[to] as number;
      this.endBar = merged.highBar[to] as number;
      this.high = this.endValue;
    } else {
      this.endValue = merged.low[to] as number;
      this.endBar = merged.lowBar[to] as number;
      this.low = this.endValue;
    }
  }
}
