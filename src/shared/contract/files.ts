import { z } from 'zod';
import { defineMethod } from './define-method.ts';
import { fileToken, text } from './field.ts';

/** A file main may read or write on the renderer's behalf; the path stays in main. */
export interface FileHandle {
  readonly token: string;
  readonly name: string;
  readonly bytes: number;
}

export const filesMethods = {
  /** Shows the system's open dialog; `use: 'write'` is for a folder that files will be written to. An empty answer means it was cancelled. Hosts without dialogs refuse. */
  'files.open': defineMethod<readonly FileHandle[]>()(z.strictObject({ folder: z.boolean().default(false), use: z.enum(['read', 'write']).default('read') })),
  /** Shows the system's save dialog; null means it was cancelled. */
  'files.save': defineMethod<FileHandle | null>()(z.strictObject({ name: text(255, 1) })),
  /** Asks where to keep a file that main made, and copies it there; null means it was cancelled. Hosts without dialogs refuse. */
  'files.keep': defineMethod<FileHandle | null>()(z.strictObject({ token: fileToken })),
  /** Forgets a token before its time. */
  'files.release': defineMethod<null>()(z.strictObject({ token: fileToken })),
};
