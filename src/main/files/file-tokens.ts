import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import type { FileHandle } from '../../shared/contract/files.ts';

interface Grant {
  readonly path: string;
  readonly name: string;
  readonly use: 'read' | 'write';
  /** Called when the token is released, e.g. to remove an upload. */
  readonly onRelease: (() => void) | null;
}

/**
 * Capabilities for files: main learns a path from a dialog, a drop or an upload and hands out a token. The renderer never
 * names a path, and a token for reading does not allow writing.
 */
export class FileTokens {
  readonly #grants = new Map<string, Grant>();
  readonly #randomToken: () => string;

  constructor(randomToken: () => string) {
    this.#randomToken = randomToken;
  }

  /** A token to read a file or folder that exists. */
  grantRead(path: string, name = basename(path), onRelease: (() => void) | null = null): FileHandle {
    const bytes = statSync(path).size;
    return { token: this.#add({ path, name, use: 'read', onRelease }), name, bytes };
  }

  /** A token to write a file that may not exist yet. */
  grantWrite(path: string, name = basename(path)): FileHandle {
    return { token: this.#add({ path, name, use: 'write', onRelease: null }), name, bytes: 0 };
  }

  /** The file behind a token. Throws `file.token` when it is unknown or meant for the other use. */
  resolve(token: string, use: 'read' | 'write'): { readonly path: string; readonly name: string } {
    const grant = this.#grants.get(token);
    if (grant === undefined || grant.use !== use) throw new AppError('file.token');
    return { path: grant.path, name: grant.name };
  }

  release(token: string): void {
    const grant = this.#grants.get(token);
    this.#grants.delete(token);
    grant?.onRelease?.();
  }

  /** Releases every token. */
  close(): void {
    for (const token of this.#grants.keys()) this.release(token);
  }

  #add(grant: Grant): string {
    const token = this.#randomToken();
    this.#grants.set(token, grant);
    return token;
  }
}
