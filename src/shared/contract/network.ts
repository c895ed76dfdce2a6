import { z } from 'zod';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { whole } from './field.ts';

/** One request over the network, without secrets. */
export interface NetworkEntry {
  readonly id: number;
  readonly at: UtcMs;
  readonly host: string;
  /** Path and query; values that are secret are left out. */
  readonly path: string;
  /** Null when no answer came. */
  readonly status: number | null;
  /** Bytes of the answer as read, after decompression. */
  readonly bytes: number;
  readonly ms: number;
  /** `ok`, `unchanged`, or the code of the error. */
  readonly outcome: string;
}

/** So many of the newest are remembered. */
export const mostNetworkEntries = 5_000;

export const networkMethods = {
  /** What was asked of the network lately, newest first. */
  'network.ledger': defineMethod<readonly NetworkEntry[]>()(z.strictObject({ limit: whole(1, mostNetworkEntries).default(200) })),
};
