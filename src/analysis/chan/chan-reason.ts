import type { ErrorParams } from '../../shared/app-error.ts';
import type { DivergenceMetric, TradePointType } from './chan-config.ts';
import type { Segment, SegmentReason } from './segment.ts';
import type { Stroke } from './stroke.ts';
import type { TradePoint } from './trade-point.ts';
import type { Zone } from './zone.ts';

/** Why an element is there, as a code and the values its text names; the texts belong to the languages. */
export const chanReasonCodes = [
  'chan.stroke.confirmed', 'chan.stroke.extended', 'chan.stroke.forming',
  'chan.segment.broken', 'chan.segment.undecided', 'chan.segment.split', 'chan.segment.peak', 'chan.segment.forced', 'chan.segment.rest',
  'chan.zone.overlap', 'chan.zone.combined',
  'chan.point.1', 'chan.point.1p', 'chan.point.2', 'chan.point.2s', 'chan.point.3a', 'chan.point.3b',
] as const;
type ChanReasonCode = (typeof chanReasonCodes)[number];

export interface ChanReason {
  readonly code: ChanReasonCode;
  readonly params: ErrorParams;
}

const segmentCodes: Readonly<Record<Exclude<SegmentReason, 'normal'>, ChanReasonCode>> = {
  split_first_1st: 'chan.segment.split',
  split_first_2nd: 'chan.segment.split',
  '0seg_find_high': 'chan.segment.peak',
  '0seg_find_low': 'chan.segment.peak',
  '0seg_collect_all': 'chan.segment.rest',
  collectleft_find_high: 'chan.segment.peak',
  collectleft_find_low: 'chan.segment.peak',
  collectleft_find_high_force: 'chan.segment.forced',
  collectleft_find_low_force: 'chan.segment.forced',
  collect_left_0: 'chan.segment.rest',
  collect_left_1: 'chan.segment.rest',
};

export function strokeReason(stroke: Stroke): ChanReason {
  const code = stroke.isSure ? 'chan.stroke.confirmed' : stroke.countsAsSure ? 'chan.stroke.extended' : 'chan.stroke.forming';
  return { code, params: {} };
}

export function segmentReason(segment: Segment): ChanReason {
  const params = { lines: segment.lineCount };
  if (segment.reason !== 'normal') return { code: segmentCodes[segment.reason], params };
  return { code: segment.isSure ? 'chan.segment.broken' : 'chan.segment.undecided', params };
}

export function zoneReason(zone: Zone): ChanReason {
  const lines = zone.last.index - zone.first.index + 1;
  return zone.partCount === 0 ? { code: 'chan.zone.overlap', params: { lines } } : { code: 'chan.zone.combined', params: { lines, parts: zone.partCount } };
}

/** `ratio` is the strength out over the strength in by `metric`; `turn` is the time of the type 1 point it follows. */
export function pointReason(point: TradePoint, type: TradePointType, metric: DivergenceMetric, time: Float64Array): ChanReason {
  const isDivergence = type === '1' || type === '1p';
  const turn = point.first === null ? undefined : time[point.first.bar];
  return {
    code: `chan.point.${type}`,
    params: {
      ...(isDivergence ? { metric } : {}),
      ...(isDivergence && point.divergence !== null && Number.isFinite(point.divergence) ? { ratio: point.divergence } : {}),
      ...(!isDivergence && turn !== undefined ? { turn } : {}),
    },
  };
}
