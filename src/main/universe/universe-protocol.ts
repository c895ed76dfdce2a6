import type { ErrorReply } from '../../shared/app-error.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { UniverseMethod } from './universe-answers.ts';

/** What the universe worker is started with. */
export interface UniverseWorkerData {
  /** The store's file; the worker reads it through a connection of its own. */
  readonly file: string;
  /** The folder of calendars and market rules. */
  readonly resources: string;
}

export interface UniverseQuestion {
  readonly id: number;
  /** Of the names in the answer. */
  readonly language: Language;
  readonly method: UniverseMethod;
  /** Parsed as the method's contract says. */
  readonly input: unknown;
}

export type UniverseReply =
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  /** `error` is null for a bug, which `text` tells. */
  | { readonly id: number; readonly ok: false; readonly error: ErrorReply | null; readonly text: string };
