import type { Secrets } from '../ports.ts';

/** Secrets for this session only: plain Node has no safe place to keep them. */
export function createSessionSecrets(): Secrets {
  const secrets = new Map<string, string>();
  return {
    persistent: false,
    async set(name, value) {
      secrets.set(name, value);
    },
    async clear(name) {
      secrets.delete(name);
    },
    async has(name) {
      return secrets.has(name);
    },
    async reveal(name) {
      return secrets.get(name) ?? null;
    },
  };
}
