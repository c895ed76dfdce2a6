import type { ErrorReply } from '../../../shared/app-error.ts';
import type { Format } from './format.ts';

/** A file that is no text table, turned into one. */
export interface ConvertedFile {
  /** UTF-8. */
  readonly text: Uint8Array;
  /** Knows what the file said beside its rows; recognises the text it made. */
  readonly format: Format;
  /** How much of the text its reading is planned by, where less than usual is enough. */
  readonly sampleBytes?: number;
  /** What is open to doubt about the turning. */
  readonly notes?: readonly ErrorReply[];
}
