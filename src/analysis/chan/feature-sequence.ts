import type { Direction } from './direction.ts';
import type { Line } from './line.ts';

/**
 * The feature sequence of a segment in one direction (spec section 8.1): the lines against it, merged into up to three elements whose
 * fractal can end the segment. The lines taken are consecutive with stride two, so an element is a range of indices; values are held
 * times the direction, which turns the rules for a falling segment into those for a rising one.
 */
export class FeatureSequence {
  readonly direction: Direction;
  /** False once a fractal was let pass although the break behind it was still open. */
  isBroken = true;
  evidenceIsSure = false;
  /** Highest index of a line whose value or presence was asked for; infinite when an absent line decided. */
  horizon = -1;
  private from = 0;
  private to = -1;
  private elements = 0;
  private top0 = 0;
  private bottom0 = 0;
  private secondFrom = 0;
  private secondTo = 0;
  private top1 = 0;
  private bottom1 = 0;
  private third = 0;

  constructor(direction: Direction) {
    this.direction = direction;
  }

  get hasSecond(): boolean {
    return this.elements > 1;
  }

  get thirdIndex(): number {
    return this.third;
  }

  /** Whether price jumped over the space between the first two elements. */
  get hasGap(): boolean {
    return this.top0 < this.bottom1;
  }

  /** Back to a new sequence. */
  restart(): void {
    this.clear();
    this.isBroken = true;
    this.evidenceIsSure = false;
    this.horizon = -1;
  }

  /** Forgets the lines; what was learnt about the break stays. */
  clear(): void {
    this.elements = 0;
    this.to = -1;
  }

  /** Takes the line `at`; true when the three elements form a fractal. */
  add(lines: readonly Line[], at: number): boolean {
    const line = lines[at] as Line;
    if (at > this.horizon) this.horizon = at;
    if (this.elements === 0) this.from = at;
    this.to = at;
    const sign = this.direction;
    const top = sign === 1 ? line.high : -line.low;
    const bottom = sign === 1 ? line.low : -line.high;
    if (this.elements === 0) {
      this.top0 = top;
      this.bottom0 = bottom;
      this.elements = 1;
      return false;
    }
    if (this.elements === 1) return this.addSecond(lines, at, top, bottom);
    return this.addThird(lines, at, line, top, bottom);
  }

  private addSecond(lines: readonly Line[], at: number, top: number, bottom: number): boolean {
    if (this.top0 >= top && this.bottom0 <= bottom) {
      if (top !== bottom || top !== this.top0) {
        if (top > this.top0) this.top0 = top;
        if (bottom > this.bottom0) this.bottom0 = bottom;
      }
      return false;
    }
    this.secondFrom = at;
    this.secondTo = at;
    this.top1 = top;
    this.bottom1 = bottom;
    this.elements = 2;
    return top < this.top0 && this.reset(lines);
  }

  private addThird(lines: readonly Line[], at: number, line: Line, top: number, bottom: number): boolean {
    this.evidenceIsSure = line.countsAsSure;
    const isInside = this.top1 >= top && this.bottom1 <= bottom;
    const isAround = top >= this.top1 && bottom <= this.bottom1 && !(top === this.top1 && bottom < this.bottom1);
    if (isInside || isAround) {
      if (top !== bottom || top !== this.top1) {
        if (top > this.top1) this.top1 = top;
        if (bottom > this.bottom1) this.bottom1 = bottom;
      }
      this.secondTo = at;
      return false;
    }
    this.third = at;
    this.elements = 3;
    if (!this.isActualBreak(lines, line, bottom)) return this.reset(lines);
    return (this.top0 < this.top1 && top <= this.top1 && bottom < this.bottom1) || this.reset(lines);
  }

  /** Drops the first line and takes the others again, as far as the next fractal. */
  private reset(lines: readonly Line[]): boolean {
    const { from, to } = this;
    this.clear();
    for (let at = from + 2; at <= to; at += 2) if (this.add(lines, at)) return true;
    return false;
  }

  /** Merging may have widened the second element; then the third must be followed by a real break (spec: `actual_break`). */
  private isActualBreak(lines: readonly Line[], third: Line, bottom: number): boolean {
    const sign = this.direction;
    const lastOfSecond = lines[this.secondTo] as Line;
    if (bottom < (sign === 1 ? lastOfSecond.low : -lastOfSecond.high)) return true;
    const next = third.next;
    const after = next === null ? null : next.next;
    if (after !== null) {
      this.reach(after.index);
      if ((sign === 1 ? after.low : -after.high) < bottom) {
        this.evidenceIsSure = after.countsAsSure;
        return true;
      }
      const isSettled = after.countsAsSure && after.next !== null;
      this.reach(isSettled ? after.index + 1 : Infinity);
      if (isSettled) return false;
    } else {
      this.reach(Infinity);
      if (next !== null && (sign === 1 ? next.high : -next.low) > this.top1) return false;
    }
    this.isBroken = false;
    return true;
  }

  private reach(index: number): void {
    if (index > this.horizon) this.horizon = index;
  }

  /** Index of the line that ends the segment: the one before the second element's peak. */
  endIndex(lines: readonly Line[]): number {
    for (let at = this.secondTo; at > this.secondFrom; at -= 2) {
      const line = lines[at] as Line;
      if ((this.direction === 1 ? line.high : -line.low) === this.top1) return at - 1;
    }
    return this.secondFrom - 1;
  }

  /**
   * Whether the fractal ends the segment; false is "undecided". After a gap it takes a fractal of the reverse sequence, which
   * answers the same question for itself (spec section 8.2).
   */
  isDecided(lines: readonly Line[]): boolean {
    if (!this.hasGap) return this.isBroken;
    const reverse = new FeatureSequence(this.direction === 1 ? -1 : 1);
    for (let at = this.endIndex(lines) + 2; at < lines.length; at += 2) {
      if (!reverse.add(lines, at)) continue;
      const isReverseDecided = reverse.isDecided(lines);
      this.reach(reverse.horizon);
      if (!isReverseDecided || !reverse.isBroken) return false;
      const evidence = lines[reverse.thirdIndex] as Line;
      this.evidenceIsSure = evidence.countsAsSure && reverse.evidenceIsSure;
      return true;
    }
    this.reach(Infinity);
    return false;
  }

  /** Whether every line taken counts as sure, the evidence included. */
  allSure(lines: readonly Line[]): boolean {
    for (let at = this.from; at <= this.to; at += 2) if (!(lines[at] as Line).countsAsSure) return false;
    return this.evidenceIsSure;
  }
}
