import { z } from 'zod';
import type { Basis } from '../basis.ts';
import { frequencies, type Frequency } from '../frequency.ts';
import { defineMethod } from './define-method.ts';
import { isoDate, symbolText, text, whole } from './field.ts';
import type { DataHeader } from './model-figures.ts';

/** The life of one element of a Chan structure, in times of bars. */
export interface ChanLogEntry {
  readonly part: 'bi' | 'seg' | 'zs' | 'bsp' | 'segseg' | 'segzs' | 'segbsp';
  /** Bar it begins at, then direction of a line, or side and type of a point. */
  readonly key: string;
  readonly firstSeen: number;
  /** When it last changed its end, range or sureness. */
  readonly lastMoved: number;
  /** From when on no later bar can change it. */
  readonly final: number | null;
  /** When it was no longer there. */
  readonly vanished: number | null;
}

export interface ChanLogReply {
  readonly basis: Basis;
  /** One more each time the series was re-based, which begins another log. */
  readonly factorVersion: number;
  /** The newest bar it knows. */
  readonly knownTo: number;
  readonly entries: readonly ChanLogEntry[];
}

/** A trade point of one timeframe. */
export interface ResonanceMark {
  readonly side: 'buy' | 'sell';
  readonly types: readonly string[];
  readonly date: string | null;
  /** Bars since. */
  readonly age: number;
  readonly isProvisional: boolean;
}

/** Where the Chan structure of one timeframe stands at its last bar. */
export interface ResonanceLevel {
  readonly freq: Frequency;
  readonly bars: number;
  readonly stroke: 'up' | 'down' | null;
  readonly segment: 'up' | 'down' | null;
  readonly zone: 'above' | 'inside' | 'below' | null;
  readonly latest: ResonanceMark | null;
  /** The point of this timeframe inside the line that the longer one's point ends; null where the chain breaks. */
  readonly nested: ResonanceMark | null;
}

export interface ResonanceAnswer extends DataHeader {
  readonly freq: Frequency;
  /** The segment direction of all levels from the longest that has one, or `mixed`. */
  readonly direction: 'up' | 'down' | 'mixed';
  /** Share of those levels whose segment runs as that of the longest. */
  readonly agreement: number;
  /** How many levels, from the longest with a trade point down, that point can be followed. */
  readonly depth: number;
  /** From the longest timeframe to the shortest. */
  readonly levels: readonly ResonanceLevel[];
}

export const chanMethods = {
  /** How the structures of several timeframes agree. */
  'chan.resonance': defineMethod<ResonanceAnswer>()(
    z.strictObject({ symbol: symbolText, freq: z.enum(frequencies).optional(), asOf: isoDate.optional(), config: text(20_000).optional() }),
  ),
  /** The kept first-seen log of a series under the usual options, brought up to date; null where nothing can be followed. */
  'chan.log': defineMethod<ChanLogReply | null>()(z.strictObject({ series: whole(1, 2 ** 31) })),
};
