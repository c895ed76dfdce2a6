import { z } from 'zod';
import type { Basis } from '../basis.ts';
import { defineMethod } from './define-method.ts';
import { whole } from './field.ts';

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

export const chanMethods = {
  /** The kept first-seen log of a series under the usual options, brought up to date; null where nothing can be followed. */
  'chan.log': defineMethod<ChanLogReply | null>()(z.strictObject({ series: whole(1, 2 ** 31) })),
};
