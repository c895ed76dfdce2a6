import { z } from 'zod';
import type { ErrorReply } from '../app-error.ts';
import { dayMs, type UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { symbolText, text, whole } from './field.ts';

/** What the desk does by itself. */
export const jobNames = ['quotes', 'bars', 'folder', 'hama', 'score', 'industries', 'news', 'precache', 'sweep', 'backup', 'retention', 'integrity'] as const;
export type JobName = (typeof jobNames)[number];

/** When a job runs. Minutes count from midnight of the zone. */
export type JobSchedule =
  /** At every multiple of `everyMs` since 1970 UTC; with `marketHours` only while an exchange of the store trades. */
  | { readonly type: 'every'; readonly everyMs: number; readonly marketHours: boolean }
  /** Once a session of each exchange, so long after its close. */
  | { readonly type: 'afterClose'; readonly delayMs: number }
  /** Once a day of a zone. */
  | { readonly type: 'daily'; readonly minutes: number; readonly zone: string };

/** Which symbols a job works on. */
export type JobScope =
  | { readonly type: 'watched' }
  | { readonly type: 'watchlist'; readonly name: string }
  | { readonly type: 'symbols'; readonly symbols: readonly string[] }
  | { readonly type: 'all' };

export interface JobFailure {
  readonly subject: string;
  readonly error: ErrorReply;
}

/** One run of a job that did something. */
export interface JobRun {
  readonly id: number;
  readonly job: JobName;
  readonly trigger: 'schedule' | 'user';
  readonly startedAt: UtcMs;
  readonly endedAt: UtcMs;
  /** `partial`: some of what was to be done failed and is listed. */
  readonly outcome: 'done' | 'partial' | 'failed' | 'cancelled';
  readonly done: number;
  readonly failed: number;
  /** Earlier turns that this run stood for: the machine slept, or the app was closed. */
  readonly missed: number;
  readonly error: ErrorReply | null;
  /** The first twenty. */
  readonly failures: readonly JobFailure[];
}

export interface Job {
  readonly name: JobName;
  readonly enabled: boolean;
  readonly schedule: JobSchedule;
  /** Null for a job that works on no symbols. */
  readonly scope: JobScope | null;
  readonly running: { readonly startedAt: UtcMs; readonly done: number; readonly total: number | null } | null;
  /** Null while stopped or paused, or when no exchange is known. */
  readonly nextAt: UtcMs | null;
  readonly last: JobRun | null;
  readonly lastSuccessAt: UtcMs | null;
  /** When it last looked and found nothing to do; not kept over a restart. */
  readonly idleAt: UtcMs | null;
  /** Failed tries since the last success. */
  readonly attempts: number;
}

export interface JobBoard {
  readonly paused: boolean;
  /** Whether this process runs jobs by schedule; a command beside the app does not. */
  readonly active: boolean;
  readonly jobs: readonly Job[];
}

export const analysisKinds = ['hama', 'score'] as const;
export type AnalysisKind = (typeof analysisKinds)[number];

/** What was computed and kept of a symbol on one day. */
export interface StoredAnalysis {
  readonly symbol: string;
  readonly kind: AnalysisKind;
  readonly freq: string;
  /** The last bar used: its date, or its UTC time. */
  readonly asOf: string;
  readonly computedAt: UtcMs;
  /** The figures as JSON values, e.g. `{state, deviationPercent, …}`. */
  readonly figures: Readonly<Record<string, string | number | boolean | null>>;
}

const job = z.enum(jobNames);

export const jobsMethods = {
  'jobs.list': defineMethod<JobBoard>()(z.strictObject({})),
  /** Runs a job now, or joins the run under way. Starts a task. */
  'jobs.run': defineMethod<{ readonly task: string }>()(z.strictObject({ job })),
  'jobs.start': defineMethod<Job>()(z.strictObject({ job })),
  /** Stops a job's schedule and cancels its run, if one is under way. */
  'jobs.stop': defineMethod<Job>()(z.strictObject({ job })),
  /** Holds every schedule, or lets them go on. */
  'jobs.pause': defineMethod<JobBoard>()(z.strictObject({ paused: z.boolean() })),
  /** Changes a job's interval (10 s to a day), its minute of the day, or its symbols: all or watched, a watchlist, or those named. Throws `jobs.interval`, `jobs.daily`, `jobs.scope`. */
  'jobs.set': defineMethod<Job>()(
    z.strictObject({
      job,
      everyMs: whole(10_000, dayMs).exactOptional(),
      minutes: whole(0, 1_439).exactOptional(),
      scope: z.enum(['watched', 'all']).exactOptional(),
      watchlist: text(64, 1).exactOptional(),
      symbols: z.array(symbolText).min(1).max(5_000).exactOptional(),
    }),
  ),
  /** Runs that did something, newest first. */
  'jobs.history': defineMethod<readonly JobRun[]>()(z.strictObject({ job: job.exactOptional(), offset: whole(0, 2 ** 40).default(0), limit: whole(1, 500).default(100) })),
  /** What jobs computed of a symbol, newest first. */
  'jobs.analyses': defineMethod<readonly StoredAnalysis[]>()(
    z.strictObject({ symbol: symbolText, kind: z.enum(analysisKinds).exactOptional(), limit: whole(1, 1_000).default(100) }),
  ),
};
