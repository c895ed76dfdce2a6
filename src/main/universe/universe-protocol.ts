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

/** What the worker is told: a question, that one is no longer wanted, or to end. */
export type UniverseOrder = UniverseQuestion | { readonly cancel: number } | 'end';

export type UniverseReply =
  /** A long question is still being answered. */
  | { readonly id: number; readonly ok: null; readonly done: number; readonly total: number }
  | { readonly id: number; readonly ok: true; readonly answer: unknown }
  /** `error` is null for a bug, which `text` tells. */
  | { readonly id: number; readonly ok: false; readonly error: ErrorReply | null; readonly text: string };
