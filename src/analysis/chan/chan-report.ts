import { barTimeText } from '../../shared/bar-time-text.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { ChanEngine } from './chan-engine.ts';
import type { TradePointType } from './chan-config.ts';
import type { Direction } from './direction.ts';
import type { Segment, SegmentReason } from './segment.ts';

type DirectionName = 'up' | 'down';

/** First bar, last bar, low, high, direction (1 up, -1 down), fractal (1 top, -1 bottom, 0 none). */
type MergedRow = readonly [number, number, number, number, number, number];

/**
 * The structure as plain data under the names of the reference vectors. Dates are those of the bar that holds the extreme, `*_bar`
 * are raw bar indices, `*_bi`, `bi_*` and `*_seg` indices into the lists; what is missing is null.
 */
export interface ChanReport {
  n_bars: number;
  n_merged: number;
  merged: MergedRow[];
  bi: {
    begin: string; end: string; dir: DirectionName; is_sure: boolean; begin_val: number; end_val: number;
    begin_bar: number; end_bar: number; seg_idx: number;
  }[];
  seg: {
    begin: string; end: string; dir: DirectionName; is_sure: boolean; begin_val: number; end_val: number;
    begin_bi: number; end_bi: number; n_zs: number; reason: SegmentReason;
  }[];
  zs: {
    begin: string; end: string; zg: number; zd: number; gg: number; dd: number; begin_bi: number; end_bi: number;
    bi_in: number | null; bi_out: number | null; is_sure: boolean; n_sub: number;
  }[];
  bsp: {
    date: string; types: TradePointType[]; is_buy: boolean; bi: number; price: number; bsp1_date: string | null; divergence_rate: number | null;
  }[];
  segseg: { begin: string; end: string; dir: DirectionName; is_sure: boolean; begin_seg: number; end_seg: number }[];
  segzs: { begin: string; end: string; zg: number; zd: number; begin_seg: number; end_seg: number }[];
  segbsp: { date: string; types: TradePointType[]; is_buy: boolean; seg: number }[];
  /** Bars whose high or low was widened to hold open and close. */
  widened: { date: string; bar: number; high: number; low: number }[];
}

/** Writes the state of an engine; `frequency` decides between dates and times. */
export function chanReport(engine: ChanEngine, frequency: Frequency): ChanReport {
  const { bars, merged, strokeLevel, segmentLevel } = engine;
  const date = (bar: number): string => barTimeText(frequency, bars.time[bar] ?? NaN);
  return {
    n_bars: bars.count,
    n_merged: merged.count,
    merged: mergedRows(engine),
    bi: engine.strokes.strokes.map((stroke) => ({
      begin: date(stroke.beginBar),
      end: date(stroke.endBar),
      dir: directionName(stroke.direction),
      is_sure: stroke.isSure,
      begin_val: stroke.beginValue,
      end_val: stroke.endValue,
      begin_bar: stroke.beginBar,
      end_bar: stroke.endBar,
      seg_idx: stroke.segmentIndex,
    })),
    seg: strokeLevel.segments.segments.map((segment) => ({
      ...segmentSpan(segment, date),
      begin_val: segment.beginValue,
      end_val: segment.endValue,
      begin_bi: segment.first.index,
      end_bi: segment.last.index,
      n_zs: segment.zones.length,
      reason: segment.reason,
    })),
    zs: strokeLevel.zones.zones.map((zone) => ({
      begin: date(zone.beginBar),
      end: date(zone.endBar),
      zg: zone.high,
      zd: zone.low,
      gg: zone.peakHigh,
      dd: zone.peakLow,
      begin_bi: zone.first.index,
      end_bi: zone.last.index,
      bi_in: zone.entry?.index ?? null,
      bi_out: zone.exit?.index ?? null,
      is_sure: zone.isSure,
      n_sub: zone.partCount,
    })),
    bsp: strokeLevel.points.list().map((point) => ({
      date: date(point.bar),
      types: [...point.types],
      is_buy: point.isBuy,
      bi: point.line.index,
      price: point.price,
      bsp1_date: point.first === null ? null : date(point.first.bar),
      divergence_rate: point.divergence !== null && Number.isFinite(point.divergence) ? point.divergence : null,
    })),
    segseg: segmentLevel.segments.segments.map((segment) => ({
      ...segmentSpan(segment, date),
      begin_seg: segment.first.index,
      end_seg: segment.last.index,
    })),
    segzs: segmentLevel.zones.zones.map((zone) => ({
      begin: date(zone.beginBar),
      end: date(zone.endBar),
      zg: zone.high,
      zd: zone.low,
      begin_seg: zone.first.index,
      end_seg: zone.last.index,
    })),
    segbsp: segmentLevel.points.list().map((point) => ({
      date: date(point.bar),
      types: [...point.types],
      is_buy: point.isBuy,
      seg: point.line.index,
    })),
    widened: bars.widened.map((bar) => ({ date: date(bar), bar, high: bars.high[bar] ?? NaN, low: bars.low[bar] ?? NaN })),
  };
}

function mergedRows({ merged }: ChanEngine): MergedRow[] {
  return Array.from({ length: merged.count }, (_, at): MergedRow => [
    merged.firstBar[at] ?? 0, merged.lastBar[at] ?? 0, merged.low[at] ?? NaN, merged.high[at] ?? NaN, merged.direction[at] ?? 0, merged.fractal[at] ?? 0,
  ]);
}

function segmentSpan(segment: Segment, date: (bar: number) => string): { begin: string; end: string; dir: DirectionName; is_sure: boolean } {
  return { begin: date(segment.beginBar), end: date(segment.endBar), dir: directionName(segment.direction), is_sure: segment.isSure };
}

function directionName(direction: Direction): DirectionName {
  return direction === 1 ? 'up' : 'down';
}
