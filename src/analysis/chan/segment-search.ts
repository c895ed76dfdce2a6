import type { Direction } from './direction.ts';
import { FeatureSequence } from './feature-sequence.ts';
import { addLeftOver } from './left-over.ts';
import type { Line } from './line.ts';
import type { Segment } from './segment.ts';
import type { SegmentList } from './segment-list.ts';

/** Finds the segments over a list of lines (spec section 8), each time anew from the last sure one on. */
export class SegmentSearch {
  private readonly list: SegmentList;
  private readonly leftOver: 'peak' | 'all';
  private readonly rising = new FeatureSequence(1);
  private readonly falling = new FeatureSequence(-1);

  constructor(list: SegmentList, leftOver: 'peak' | 'all') {
    this.list = list;
    this.leftOver = leftOver;
  }

  update(lines: readonly Line[]): void {
    const { list } = this;
    list.reopen(lines);
    const last = list.segments.at(-1);
    this.scan(lines, last === undefined ? 0 : last.last.index + 1);
    addLeftOver(list, lines, this.leftOver);
    list.finish(lines);
  }

  /** Goes through the lines from `start`, ending one segment after the other at feature fractals (spec section 8.3). */
  private scan(lines: readonly Line[], start: number): void {
    const { list } = this;
    let from = start;
    for (;;) {
      const found = this.findFractal(lines, from);
      if (found === undefined) return;
      const isDecided = found.isDecided(lines);
      const end = found.endIndex(lines);
      if (list.add(lines, end, isDecided && found.allSure(lines), 'normal', found.horizon)) {
        (list.segments.at(-1) as Segment).thirdElement = lines[found.thirdIndex] as Line;
        if (!isDecided) return;
      }
      from = end + 1;
    }
  }

  private findFractal(lines: readonly Line[], from: number): FeatureSequence | undefined {
    const { rising, falling } = this;
    rising.restart();
    falling.restart();
    const last = this.list.segments.at(-1);
    let locked: Direction | 0 = last === undefined ? 0 : last.direction;
    for (let at = from; at < lines.length; at++) {
      const isDown = (lines[at] as Line).direction === -1;
      let found: FeatureSequence | undefined;
      if (isDown) {
        if (locked !== 1 && rising.add(lines, at)) found = rising;
      } else if (locked !== -1 && falling.add(lines, at)) found = falling;
      if (last === undefined) {
        // The first segment's direction: not simply that of the sequence which completes a fractal first.
        if (isDown && rising.hasSecond) {
          locked = -1;
          falling.clear();
        } else if (!isDown && falling.hasSecond) {
          locked = 1;
          rising.clear();
        }
        if (isDown && locked === -1 && !rising.hasSecond) locked = 0;
        else if (!isDown && locked === 1 && !falling.hasSecond) locked = 0;
      }
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
