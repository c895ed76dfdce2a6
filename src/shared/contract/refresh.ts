import { z } from 'zod';
import type { ErrorReply } from '../app-error.ts';
import { frequencies, type Frequency } from '../frequency.ts';
import type { ImportFailure } from './imports.ts';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { symbolText, text } from './field.ts';

/** A symbol that no source delivered, and what each one said. */
export interface RefreshFailure {
  readonly symbol: string;
  readonly freq: Frequency;
  /** The error that says most. */
  readonly error: ErrorReply;
  readonly tried: readonly { readonly source: string; readonly error: ErrorReply }[];
}

/** What a refresh came to: `upToDate + stale + failed = symbols` once it has ended. */
export interface RefreshResult {
  readonly run: number;
  readonly state: 'running' | 'completed' | 'interrupted';
  readonly subject: string;
  readonly startedAt: UtcMs;
  readonly endedAt: UtcMs | null;
  readonly symbols: number;
  readonly pending: number;
  readonly upToDate: number;
  /** No source has the newest session; the figures stand as of the day they had. */
  readonly stale: number;
  readonly failed: number;
  readonly addedBars: number;
  readonly revisedBars: number;
  /** Symbols whose whole history was fetched again because a split moved its prices. */
  readonly rebased: readonly string[];
  /** Symbols that another source than the first delivered. */
  readonly failedOver: number;
  /** By error code, the commonest first. */
  readonly causes: readonly { readonly code: string; readonly count: number }[];
  readonly failures: readonly RefreshFailure[];
  readonly staleSymbols: readonly string[];
  /**
   * What a few of the symbols came to against a second source: how many were compared, which differ, and what failed on the way. Null for a
   * run of the past.
   */
  readonly sampled: { readonly compared: number; readonly differing: readonly string[]; readonly failures: readonly { readonly symbol: string; readonly source: string; readonly error: ErrorReply }[] } | null;
  /** What the watched folder brought; null where none is watched or it was not asked. */
  readonly folder: { readonly files: number; readonly bars: number; readonly failures: readonly ImportFailure[] } | null;
}

/** One finding of data health, with the symbols concerned. */
export interface DataProblem {
  readonly kind: 'stale' | 'failed' | 'gaps' | 'difference' | 'flagged' | 'neverAsked';
  readonly symbol: string;
  readonly freq: Frequency;
  /** The day the figures stand as of; null where there are none. */
  readonly asOf: string | null;
  /** Sessions behind, gaps, differing days or flagged bars; null where there is nothing to count. */
  readonly count: number | null;
  /** What went wrong; null where it is no error. */
  readonly error: ErrorReply | null;
}

export interface RefreshCoverage {
  /** Instruments that can grow older: not delisted, not the demo's. */
  readonly symbols: number;
  readonly upToDate: number;
  readonly stale: number;
  /** Of an exchange without a calendar, so that their age cannot be told. */
  readonly unknown: number;
  /** How many of them failed when last asked for. */
  readonly failed: number;
  readonly lastRun: RefreshResult | null;
  /** Whether the last run was broken off and can be resumed. */
  readonly resumable: boolean;
  /** The worst first, at most 500. */
  readonly problems: readonly DataProblem[];
  readonly problemCounts: Readonly<Record<DataProblem['kind'], number>>;
}

/** A source as it stands now. */
export interface SourceState {
  readonly name: string;
  readonly title: string;
  readonly addresses: Readonly<Record<string, string>>;
  readonly gapMs: number;
  readonly concurrency: number;
  /** Markets whose order of sources names it. */
  readonly markets: readonly string[];
  readonly needsKey: boolean;
  readonly hasKey: boolean;
  /** Whether keys outlive the session on this machine. */
  readonly keysKept: boolean;
  readonly breaker: 'closed' | 'open' | 'trial';
  readonly until: UtcMs | null;
  readonly waiting: number;
  readonly lastSuccess: UtcMs | null;
  readonly lastFailure: { readonly at: UtcMs; readonly code: string } | null;
}

/** The folder into which other programs write files of bars. */
export interface FolderState {
  /** Empty when none is watched. */
  readonly path: string;
  /** Whether files come in as they change, at the turns of its job, or only with a refresh. */
  readonly mode: 'live' | 'polled' | 'off';
  readonly lookedAt: UtcMs | null;
  /** Files that something was still writing to at the last look. */
  readonly waiting: readonly string[];
  /** Files that cannot be imported as they are. */
  readonly failures: readonly ImportFailure[];
  /** Why the folder itself could not be read. */
  readonly problem: ErrorReply | null;
}

/** An instrument a source found that can be added. */
export interface FoundInstrument {
  readonly symbol: string;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
  readonly kind: string;
  readonly source: string;
  /** Whether it is in the workspace already. */
  readonly known: boolean;
}

const sourceName = text(32, 1);

export const refreshMethods = {
  /**
   * Fetches what is missing of the symbols (or of a list, or of everything that a source covers) as a task of kind `refresh`. One that
   * is under way is joined. `resume` takes up the last one that was broken off. The task's result is a `RefreshResult`.
   */
  'refresh.start': defineMethod<{ readonly task: string; readonly joined: boolean }>()(
    z.strictObject({
      symbols: z.array(symbolText).max(10_000).optional(),
      watchlist: text(64, 1).optional(),
      sources: z.array(sourceName).max(20).default([]),
      freq: z.enum(frequencies).default('1d'),
      resume: z.boolean().default(false),
    }),
  ),
  'refresh.coverage': defineMethod<RefreshCoverage>()(z.strictObject({})),
};

export const sourcesMethods = {
  'sources.list': defineMethod<readonly SourceState[]>()(z.strictObject({})),
  'sources.folder': defineMethod<FolderState>()(z.strictObject({})),
  /** Sets a source's key, or clears it. There is no way to read one. */
  'sources.setKey': defineMethod<null>()(z.strictObject({ source: sourceName, key: text(200, 1).nullable() })),
  /**
   * Puts an instrument that a held list has into the workspace, without bars: the next refresh brings them. Answers false where no held list
   * has it.
   */
  'sources.add': defineMethod<{ readonly added: boolean }>()(z.strictObject({ symbol: symbolText })),
  /** Looks a code or name up in the lists that are held, then at the sources that can search; without a network, in the lists alone. */
  'sources.search': defineMethod<readonly FoundInstrument[]>()(z.strictObject({ text: text(64, 1) })),
};
