import type { LiveFolder } from '../refresh/live-folder.ts';
import type { JobDefinition } from './job.ts';

/**
 * Looks into the watched folder: at the start, when its changes have settled, and every five minutes for systems that tell of none.
 * A file that cannot be imported is told once, until something in the folder changes for better or worse.
 */
export function folderJob({ bringIn, follow }: Pick<LiveFolder, 'bringIn' | 'follow'>): JobDefinition {
  let told = '[]';
  return {
    name: 'folder',
    schedule: { type: 'every', everyMs: 5 * 60_000, marketHours: false },
    scope: null,
    async run({ signal, trigger }) {
      // First, so that nothing that changes during the look goes unheard.
      await follow();
      const found = await bringIn(signal);
      if (found === null) return null;
      const failures = found.failures.map(({ file, error }) => ({ subject: file, error }));
      const isNews = JSON.stringify(failures) !== told;
      told = JSON.stringify(failures);
      if (found.files === 0 && (failures.length === 0 || !isNews) && trigger === 'schedule') return null;
      return { done: found.files, failures };
    },
  };
}
