import type { MachineProfile } from '../../shared/contract/cache.ts';
import type { Ports } from '../ports.ts';
import { Cache } from './cache.ts';
import type { CacheFile } from './cache-file.ts';
import { diskLevel } from './disk-level.ts';
import { guardedLevel } from './guarded-level.ts';
import { memoryLevel } from './memory-level.ts';
import { timesUnder } from './times-under.ts';

/** How much the second level may hold. */
export const diskByteCap = 128 * 1024 ** 2;

/** The cache of a profile. */
export function openCache({ clock, log }: Pick<Ports, 'clock' | 'log'>, file: CacheFile, profile: MachineProfile): Cache {
  return new Cache({
    memory: guardedLevel({ name: 'memory', open: () => memoryLevel({ entries: profile.cacheEntries, bytes: profile.cacheBytes }), clock, log }),
    disk: guardedLevel({ name: 'disk', open: file.isThere() ? () => diskLevel({ database: file.open(), byteCap: diskByteCap, access: file.access }) : null, clock, log }),
    clock,
    log,
    timesOf: timesUnder(profile.quoteMs),
  });
}
