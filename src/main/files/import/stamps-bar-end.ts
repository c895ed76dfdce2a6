import type { Market } from '../../../shared/exchanges.ts';
import type { Moment } from './read-moment.ts';

const minuteMs = 60_000;
const at = (hour: number, minute: number): number => (hour * 60 + minute) * minuteMs;

/** Where a market's sessions begin and end on its own clock. */
const sessions: Readonly<Partial<Record<Market, { readonly begins: readonly number[]; readonly ends: readonly number[] }>>> = {
  CN: { begins: [at(9, 30), at(13, 0)], ends: [at(11, 30), at(15, 0)] },
  HK: { begins: [at(9, 30), at(13, 0)], ends: [at(12, 0), at(16, 0)] },
  US: { begins: [at(9, 30)], ends: [at(16, 0)] },
};

/**
 * Whether intraday times name the end of their bars: bars stand at the ends of sessions and none at their beginnings. Null where the times
 * do not tell, or carry a zone of their own.
 */
export function stampsBarEnd(moments: readonly Moment[], market: Market | undefined): boolean | null {
  const edges = market === undefined ? undefined : sessions[market];
  if (edges === undefined || moments.some(({ offset }) => offset !== null)) return null;
  const holds = (times: readonly number[]): boolean => moments.some(({ ofDay }) => ofDay !== null && times.includes(ofDay));
  const [begins, ends] = [holds(edges.begins), holds(edges.ends)];
  return begins === ends ? null : ends;
}
