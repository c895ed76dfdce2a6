import type { Secrets } from '../ports.ts';
import { environmentName } from '../settings/settings.ts';

/**
 * Secrets for this session only: plain Node has no safe place to keep them. One that the environment gives (`sources.alphavantage.key`
 * as `CHARTROOM_SOURCES_ALPHAVANTAGE_KEY`) holds until it is set or cleared.
 */
export function createSessionSecrets(environment: Readonly<Record<string, string | undefined>> = {}): Secrets {
  const secrets = new Map<string, string | null>();
  const find = (name: string): string | null => {
    const own = secrets.get(name);
    return own === undefined ? environment[environmentName(name)] || null : own;
  };
  return {
    persistent: false,
    async set(name, value) {
      secrets.set(name, value);
    },
    async clear(name) {
      secrets.set(name, null);
    },
    async has(name) {
      return find(name) !== null;
    },
    async reveal(name) {
      return find(name);
    },
  };
}
