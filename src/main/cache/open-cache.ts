import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineProfile } from '../../shared/contract/cache.ts';
import type { Ports } from '../ports.ts';
import { Cache, timesUnder } from './cache.ts';
import { diskLevel } from './disk-level.ts';
import { guardedLevel } from './guarded-level.ts';
import { memoryLevel } from './memory-level.ts';

/** How much the second level may hold. */
export const diskByteCap = 128 * 1024 ** 2;

/** The cache of a profile. Beside a running app (`read`) what lies on disk is read and nothing is kept there. */
export function openCache({ clock, log, paths }: Pick<Ports, 'clock' | 'log' | 'paths'>, access: 'read' | 'write', profile: MachineProfile): Cache {
  const file = join(paths.profile, 'cache.db');
  return new Cache({
    memory: guardedLevel({ name: 'memory', open: () => memoryLevel({ entries: profile.cacheEntries, bytes: profile.cacheBytes }), clock, log }),
    disk: guardedLevel({ name: 'disk', open: access === 'read' && !existsSync(file) ? null : () => diskLevel({ file, byteCap: diskByteCap, access }), clock, log }),
    clock,
    log,
    timesOf: timesUnder(profile.quoteMs),
  });
}
