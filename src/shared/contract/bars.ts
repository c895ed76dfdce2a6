import { z } from 'zod';
import type { Adjustment, Basis } from '../basis.ts';
import type { BarColumns } from '../bars.ts';
import { frequencies, type Frequency } from '../frequency.ts';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText, whole } from './field.ts';

/** A stored series and its provenance. */
export interface SeriesInfo {
  readonly id: number;
  readonly symbol: string;
  readonly freq: Frequency;
  /** Source or file family, e.g. `csv`, `yahoo`. */
  readonly origin: string;
  readonly basis: Basis;
  readonly bars: number;
  /** ISO date or UTC time. */
  readonly from: string | null;
  readonly to: string | null;
  /** Grows with every change of the series. */
  readonly version: number;
  /** File name or URL the newest bars came from. */
  readonly source: string;
  readonly fetchedAt: UtcMs;
  readonly flagged: { readonly filled: number; readonly range: number; readonly open: number; readonly revised: number; readonly amount: number };
}

export interface BarsReply {
  readonly series: SeriesInfo;
  /** What was asked for, which may be resampled from `series.freq`. */
  readonly freq: Frequency;
  readonly adjust: Adjustment;
  /** The adjustments this series allows; the others are refused, never guessed. */
  readonly adjustments: readonly Adjustment[];
  readonly zone: string;
  readonly version: number;
  /** `full`: the columns are all bars. `append`/`replace`: keep bars before `fromIndex`, then put these. */
  readonly mode: 'full' | 'append' | 'replace';
  readonly fromIndex: number;
  readonly columns: BarColumns;
  /** Age of the data against the exchange calendar. */
  readonly freshness: Freshness;
}

/** Values that later corrections replaced, in the terms of a view: the bar of `time` was known with them until `knownUntil`. */
export interface RevisionsReply {
  readonly columns: BarColumns;
  /** UTC milliseconds, one for each row of the columns. */
  readonly knownUntil: Float64Array;
}

export interface Freshness {
  /** `failed`: behind, and no source delivered when last asked. `frozen`: it cannot grow older, or no calendar tells its age. */
  readonly state: 'fresh' | 'stale' | 'failed' | 'frozen';
  /** Closed sessions that the bars do not cover to their end; null where no calendar is known. 0 and `stale`: bars of the running session are missing. */
  readonly sessionsBehind: number | null;
  readonly asOf: string | null;
}

export const adjustments = ['none', 'forward', 'backward'] as const satisfies readonly Adjustment[];

export const barsMethods = {
  /** What a replay puts back: empty where no bar of the series was corrected. */
  'bars.revisions': defineMethod<RevisionsReply>()(
    z.strictObject({ symbol: symbolText, series: whole(1, 2 ** 31), freq: z.enum(frequencies), adjust: z.enum(adjustments).default('none') }),
  ),
  'series.list': defineMethod<readonly SeriesInfo[]>()(z.strictObject({ symbol: symbolText })),
  'bars.read': defineMethod<BarsReply>()(
    z.strictObject({
      symbol: symbolText,
      freq: z.enum(frequencies).optional(),
      adjust: z.enum(adjustments).default('none'),
      /** A series of `series.list`; without it the best one for the frequency. */
      series: whole(1, 2 ** 31).optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      /** What could be known at the end of this day: later bars, actions and corrections are not seen. */
      asOf: isoDate.optional(),
      sinceVersion: whole(0, 2 ** 52).optional(),
    }),
  ),
};
