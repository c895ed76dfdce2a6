import { readFileSync } from 'node:fs';
import { safeStorage } from 'electron';
import { z } from 'zod';
import { atomicWrite } from '../files/atomic-write.ts';
import { createSessionSecrets } from '../node/session-secrets.ts';
import type { Log, Secrets } from '../ports.ts';

const kept = z.record(z.string(), z.base64());

/**
 * Secrets as ciphertext of the system's key store, in one file of the profile. Where the system has none, or Linux would only
 * obscure them (`basic_text`, `unknown`), they last for the session and nothing is written. Call it once the app is ready.
 */
export async function openSafeSecrets(file: string, platform: NodeJS.Platform, log: Log): Promise<Secrets> {
  if (!(await isSafe(platform))) return createSessionSecrets();
  let ciphers = read(file, log);

  async function put(name: string, value: string): Promise<void> {
    const cipher = await safeStorage.encryptStringAsync(value);
    ciphers = { ...ciphers, [name]: cipher.toString('base64') };
    atomicWrite(file, JSON.stringify(ciphers));
  }

  return {
    persistent: true,
    set: put,
    async clear(name) {
      const { [name]: _cleared, ...rest } = ciphers;
      ciphers = rest;
      atomicWrite(file, JSON.stringify(ciphers));
    },
    has: async (name) => Object.hasOwn(ciphers, name),
    async reveal(name) {
      const cipher = Object.hasOwn(ciphers, name) ? ciphers[name] : undefined;
      if (cipher === undefined) return null;
      try {
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(cipher, 'base64'));
        if (shouldReEncrypt) await put(name, result);
        return result;
      } catch (error) {
        // The system's key has changed, e.g. after a move to another machine: the user enters the secret again.
        log.warn('secret-unreadable', { error: String(error) });
        return null;
      }
    },
  };
}

async function isSafe(platform: NodeJS.Platform): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  return platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

function read(file: string, log: Log): Readonly<Record<string, string>> {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) log.warn('secrets-unreadable', { error: String(error) });
    return {};
  }
}
