import { ChanBars, type ChanInput } from './chan-bars.ts';
import { tradeMetrics, type ChanConfig } from './chan-config.ts';
import { MergedBars } from './merged-bars.ts';
import { Momentum } from './momentum.ts';
import { rememberFields } from './remember.ts';
import { StrokeList } from './stroke-list.ts';
import { StructureLevel } from './structure-level.ts';

/**
 * The Chan structure of one series. `load` takes many bars at once and finds the structure once at their end; `append` takes one and
 * keeps the structure up to date at the cost of the unsettled tail (spec section 13).
 */
export class ChanEngine {
  readonly config: ChanConfig;
  readonly bars: ChanBars;
  readonly momentum: Momentum;
  readonly merged: MergedBars;
  readonly strokes: StrokeList;
  readonly strokeLevel: StructureLevel;
  readonly segmentLevel: StructureLevel;

  constructor(config: ChanConfig, capacity?: number) {
    this.config = config;
    const { buy, sell } = config.strokePoints;
    this.bars = new ChanBars(tradeMetrics.has(buy.metric) || tradeMetrics.has(sell.metric), capacity);
    this.momentum = new Momentum(config.macd, config.calculatesRsi, capacity);
    this.merged = new MergedBars(capacity);
    this.strokes = new StrokeList(this.merged, config.stroke);
    this.strokeLevel = new StructureLevel(config, config.strokePoints, this.bars, this.momentum);
    this.segmentLevel = new StructureLevel(config, config.segmentPoints, this.bars, this.momentum);
  }

  /**
   * The first `count` bars of `source` into a new engine, all of them where it is not said; `append` may go on from there. Throws as
   * `append` does.
   */
  load(source: ChanInput, count = source.time.length): void {
    for (let index = 0; index < count; index++) if (this.take(source, index)) this.confirmLast();
    if (this.merged.count > 0) this.strokes.addVirtual(this.merged.count - 1);
    this.recompute();
  }

  /**
   * The bar `index` of `source`; true when the structure was found anew. Throws `chan.bar` or `chan.time` for a bar
   * that cannot follow, leaving the engine as it was, and `chan.segment` where the reference gives up on a contradiction.
   */
  append(source: ChanInput, index: number): boolean {
    let isChanged = false;
    if (this.take(source, index)) isChanged = this.confirmLast();
    else this.strokes.removeVirtual();
    if (this.strokes.addVirtual(this.merged.count - 1)) isChanged = true;
    if (isChanged) this.recompute();
    return isChanged;
  }

  /** A function that takes the engine back to this state; it holds copies of the unsettled tail only and may be called repeatedly. */
  remember(): () => void {
    const { strokeLevel, segmentLevel } = this;
    const segments = strokeLevel.segments.segments;
    const superSegments = segmentLevel.segments.segments;
    const openSuper = segmentLevel.segments.openFrom;
    const firstOfSuper = superSegments[openSuper]?.first;
    const openSegment = Math.min(strokeLevel.segments.openFrom, firstOfSuper?.index ?? 0);
    const firstOfSegment = segments[openSegment]?.first;
    const restores = [
      this.bars.remember(),
      rememberFields(this.momentum),
      this.merged.remember(),
      this.strokes.remember(firstOfSegment?.index ?? 0),
      strokeLevel.remember(openSegment, firstOfSegment?.index ?? 0, firstOfSegment?.beginBar ?? 0),
      segmentLevel.remember(openSuper, openSegment, firstOfSuper?.beginBar ?? 0),
    ];
    return () => restores.forEach((restore) => restore());
  }

  /** True when the bar opened a merged bar. */
  private take(source: ChanInput, index: number): boolean {
    const { bars } = this;
    bars.push(source, index);
    const bar = bars.count - 1;
    this.momentum.push(bars.close[bar] as number);
    return this.merged.add(bar, bars.high[bar] as number, bars.low[bar] as number);
  }

  private confirmLast(): boolean {
    const at = this.merged.count - 2;
    return at >= 0 && this.strokes.confirm(at);
  }

  private recompute(): void {
    const { strokes } = this.strokes;
    const { segments } = this.strokeLevel.segments;
    this.strokeLevel.updateStructure(strokes);
    if (this.strokeLevel.segments.isChanged) {
      this.segmentLevel.updateStructure(segments);
      this.segmentLevel.updatePoints(segments);
    }
    this.strokeLevel.updatePoints(strokes);
    this.strokeLevel.settle(this.strokes.finalCount);
    this.segmentLevel.settle(this.strokeLevel.finalSegments);
  }
}
