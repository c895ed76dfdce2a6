import type { JobFailure } from '../../shared/contract/jobs.ts';
import type { LiveFolder } from '../refresh/live-folder.ts';
import type { JobContext } from './job.ts';

/** What others do for jobs; null where this workspace has nobody to do it. */
export interface JobWork {
  /** Fetches quotes and keeps them at hand. */
  readonly quotes: SymbolWork | null;
  /** Fetches bars up to the last close. */
  readonly bars: SymbolWork | null;
  /** Imports what is new in the watched folder. */
  readonly folder: Pick<LiveFolder, 'bringIn' | 'follow'> | null;
  /** Fetches news. */
  readonly news: ((signal: AbortSignal) => Promise<WorkDone>) | null;
  /** Fetches what exchanges list and who is in which industry, when that is due. */
  readonly lists: ((context: Pick<JobContext, 'trigger' | 'signal' | 'progress'>) => Promise<WorkDone>) | null;
  /** Computes the industry tables ahead. */
  readonly industries: ((signal: AbortSignal) => Promise<WorkDone>) | null;
  /** Fetches ahead what will be asked for about some symbols. */
  readonly warm: SymbolWork | null;
}

export type SymbolWork = (symbols: readonly string[], signal: AbortSignal, progress: (done: number, total: number | null) => void) => Promise<WorkDone>;

export interface WorkDone {
  readonly done: number;
  readonly failures: readonly JobFailure[];
}
