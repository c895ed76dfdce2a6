import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/app-error.ts';
import { atomicWrite } from '../files/atomic-write.ts';
import type { FileTokens } from '../files/file-tokens.ts';
import type { Dialogs } from '../ports.ts';
import type { HandlersOf } from './handlers.ts';

/** Files by capability: main asks the user for a place and keeps the path to itself. */
export function filesHandlers(files: FileTokens, dialogs: Dialogs | null): HandlersOf<'files'> {
  return {
    'files.open': async ({ folder, use }) => {
      if (dialogs === null) throw new AppError('file.noDialogs');
      return (await dialogs.open({ folder })).map((path) => (use === 'write' ? files.grantWrite(path) : files.grantRead(path)));
    },
    'files.save': async ({ name }) => {
      if (dialogs === null) throw new AppError('file.noDialogs');
      const path = await dialogs.save({ name });
      return path === null ? null : files.grantWrite(path);
    },
    'files.keep': async ({ token }) => {
      if (dialogs === null) throw new AppError('file.noDialogs');
      const { path, name } = files.resolve(token, 'read');
      const target = await dialogs.save({ name });
      if (target === null) return null;
      atomicWrite(target, await readFile(path));
      return files.grantRead(target);
    },
    'files.release': ({ token }) => {
      files.release(token);
      return null;
    },
  };
}
