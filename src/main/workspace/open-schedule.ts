import type { FolderState } from '../../shared/contract/refresh.ts';
import { industryWork } from '../jobs/industry-work.ts';
import { openJobs } from '../jobs/open-jobs.ts';
import { refreshWork } from '../jobs/refresh-work.ts';
import type { Scheduler } from '../jobs/scheduler.ts';
import { together } from '../jobs/together.ts';
import type { Ports } from '../ports.ts';
import type { FetchedFacts } from './fetched-facts.ts';
import type { News } from './open-news.ts';
import type { Services } from './open-services.ts';

/** The jobs of a workspace and the folder they look into. */
export interface Schedule {
  readonly scheduler: Scheduler;
  readonly folderState: () => FolderState;
  start(): void;
  close(): Promise<void>;
}

export function openSchedule(ports: Ports, services: Services, facts: FetchedFacts, news: News): Schedule {
  const { demo, file, store, cache, calendarById, profile, settings, tasks, refresher, sources, folder, universe, events } = services;
  // What is invented has no source.
  const unlessDemo = <Work>(work: Work): Work | null => (demo ? null : work);
  const scheduler = openJobs({
    ports, store, file, cache, calendarById, profile,
    work: {
      quotes: unlessDemo(facts.quoteWork),
      bars: unlessDemo(together(refreshWork({ refresher, tasks, sources, read: store.read }), facts.watchedWork)),
      warm: unlessDemo(facts.warm),
      folder: unlessDemo(folder),
      lists: unlessDemo(facts.lists),
      news: news.work,
      industries: industryWork(universe.ask, store.read),
    },
    keptDays: settings.keptDays,
    isPaused: settings.jobsArePaused,
    onChange: () => events.emit({ type: 'jobs' }),
  });
  const stopFollowing = events.subscribe((event) => {
    if (!demo && event.type === 'settings' && event.keys.some((key) => key.startsWith('sources.folder.'))) scheduler.nudge('folder');
  });
  return {
    scheduler,
    folderState() {
      const { active, jobs } = scheduler.board();
      return folder.state(active && jobs.some(({ name, nextAt }) => name === 'folder' && nextAt !== null));
    },
    start() {
      scheduler.start();
      if (demo) return;
      folder.start(() => scheduler.nudge('folder'));
      scheduler.nudge('folder');
    },
    async close() {
      stopFollowing();
      folder.close();
      await scheduler.close();
    },
  };
}
