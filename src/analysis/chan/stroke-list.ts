import type { StrokeRules } from './chan-config.ts';
import type { MergedBars } from './merged-bars.ts';
import { rememberFields, rememberTail } from './remember.ts';
import { Stroke } from './stroke.ts';
import { canMakeStroke, isPeakSince } from './stroke-test.ts';

/** The last stroke, the one a sub-peak may take it back to, and one a virtual extension may have hidden. */
const edgeStrokes = 3;

/**
 * The strokes of one series (spec sections 6 and 7): sure ones from confirmed fractals, plus at most one virtual part at the right
 * edge, which is taken back before every change.
 */
export class StrokeList {
  readonly strokes: Stroke[] = [];
  /** How many strokes, from the first, no later bar can change. */
  finalCount = 0;
  private readonly merged: MergedBars;
  private readonly rules: StrokeRules;
  /** Fractals before the first stroke; never pruned, so the first stroke may start at an early one. */
  private readonly freeFractals: number[] = [];

  constructor(merged: MergedBars, rules: StrokeRules) {
    this.merged = merged;
    this.rules = rules;
  }

  /** Takes in the merged bar before the newest; true when the strokes changed in a way that later stages must see. */
  confirm(at: number): boolean {
    const endBefore = this.lastEndBar();
    this.removeVirtual();
    const isChanged = this.confirmFractal(at, endBefore);
    this.settle();
    return isChanged;
  }

  /** Takes back the virtual stroke, or the virtual extension of the last one. */
  removeVirtual(): void {
    const { strokes, merged } = this;
    const last = strokes.at(-1);
    if (last === undefined) return;
    if (!last.isSure) {
      if (last.sureEnds.length === 0) strokes.pop();
      else for (const end of last.restore(merged)) this.append((strokes.at(-1) as Stroke).endMerged, end, true);
    }
    const remaining = strokes.at(-1);
    if (remaining !== undefined) remaining.next = null;
  }

  /** Draws the right edge out to the newest merged bar; true when something was drawn. The virtual part must have been removed. */
  addVirtual(newest: number): boolean {
    const { strokes, merged, rules } = this;
    const last = strokes.at(-1);
    if (last === undefined || newest === last.endMerged) return false;
    const end = last.endMerged;
    const goesOn =
      last.direction === 1
        ? (merged.high[newest] as number) >= (merged.high[end] as number)
        : (merged.low[newest] as number) <= (merged.low[end] as number);
    if (goesOn) {
      last.extend(merged, newest, [end]);
      return true;
    }
    for (let at = newest; at > end; at--) {
      if (canMakeStroke(merged, end, at, true, rules)) {
        this.append(end, at, false);
        return true;
      }
      if (this.takeBackSubPeak(at, true)) return true;
    }
    return false;
  }

  /** Remembers the strokes from `from` on and the few that the right edge may change. */
  remember(from: number): () => void {
    const { freeFractals } = this;
    const freeCount = freeFractals.length;
    const restores = [rememberTail(this.strokes, Math.max(0, Math.min(from, this.strokes.length - edgeStrokes))), rememberFields(this)];
    return () => {
      for (const restore of restores) restore();
      freeFractals.length = freeCount;
    };
  }

  private confirmFractal(at: number, endBefore: number): boolean {
    const { strokes, merged, rules } = this;
    const kind = merged.fractal[at];
    if (kind === 0) return endBefore !== this.lastEndBar();
    const last = strokes.at(-1);
    if (last === undefined) return this.startFirst(at);
    if (kind === last.direction) return this.extendLast(at);
    if (canMakeStroke(merged, last.endMerged, at, false, rules)) {
      this.append(last.endMerged, at, true);
      return true;
    }
    return this.takeBackSubPeak(at, false) || endBefore !== this.lastEndBar();
  }

  private startFirst(at: number): boolean {
    const { merged, freeFractals, rules } = this;
    for (const from of freeFractals) {
      if (merged.fractal[from] === merged.fractal[at] || !canMakeStroke(merged, from, at, false, rules)) continue;
      this.append(from, at, true);
      return true;
    }
    freeFractals.push(at);
    return false;
  }

  /** An end as extreme as the last one moves it too. */
  private extendLast(at: number): boolean {
    const last = this.strokes.at(-1) as Stroke;
    if (!this.reaches(last, at)) return false;
    last.moveEnd(this.merged, at);
    return true;
  }

  private reaches(stroke: Stroke, at: number): boolean {
    const { merged } = this;
    return stroke.direction === 1 ? (merged.high[at] as number) >= stroke.endValue : (merged.low[at] as number) <= stroke.endValue;
  }

  /** Without sub-peaks a small counter-move is swallowed: the last stroke goes and the one before it ends at `at`. */
  private takeBackSubPeak(at: number, isVirtual: boolean): boolean {
    const { strokes, merged, rules } = this;
    if (rules.allowsSubPeak || strokes.length < 2) return false;
    const last = strokes.at(-1) as Stroke;
    const before = strokes.at(-2) as Stroke;
    const kind = isVirtual ? merged.direction[at] : merged.fractal[at];
    if (kind !== before.direction) return false;
    const isBack =
      last.direction === -1 ? (merged.high[at] as number) >= last.beginValue : (merged.low[at] as number) <= last.beginValue;
    if (!isBack || !isPeakSince(merged, before.beginMerged, at, before.direction)) return false;
    if (exceedsBeginOf(before, last) || !this.reaches(before, at)) return false;
    strokes.pop();
    if (isVirtual) before.extend(merged, at, [before.endMerged, last.endMerged]);
    else before.moveEnd(merged, at);
    return true;
  }

  private append(from: number, to: number, isSure: boolean): void {
    const { strokes } = this;
    const stroke = new Stroke(this.merged, strokes.length, from, to, isSure);
    const previous = strokes.at(-1);
    if (previous !== undefined) previous.next = stroke;
    strokes.push(stroke);
  }

  /**
   * All but the last stroke are final. Where sub-peaks are taken back, a stroke is final once the one after it has gone beyond its
   * beginning, which bars both from being taken back.
   */
  private settle(): void {
    const { strokes } = this;
    const last = strokes.at(-1);
    const before = strokes.at(-2);
    if (last === undefined || before === undefined) return;
    if (this.rules.allowsSubPeak || exceedsBeginOf(before, last)) this.finalCount = Math.max(this.finalCount, strokes.length - 1);
  }

  private lastEndBar(): number {
    return this.strokes.at(-1)?.endBar ?? -1;
  }
}

function exceedsBeginOf(before: Stroke, last: Stroke): boolean {
  return last.direction === -1 ? last.endValue < before.beginValue : last.endValue > before.beginValue;
}
