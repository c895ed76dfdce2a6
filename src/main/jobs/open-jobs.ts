import type { MachineProfile } from '../../shared/contract/cache.ts';
import type { Cache } from '../cache/cache.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { Ports } from '../ports.ts';
import { listBackups } from '../store/backup.ts';
import type { Store } from '../store/store.ts';
import { backupJob } from './backup-job.ts';
import { barsJob } from './bars-job.ts';
import { cronTicking } from './cron-ticking.ts';
import { folderJob } from './folder-job.ts';
import { hamaJob } from './hama-job.ts';
import { industriesJob } from './industries-job.ts';
import { integrityJob } from './integrity-job.ts';
import type { JobDefinition } from './job.ts';
import { jobSymbols } from './job-symbols.ts';
import type { JobWork } from './job-work.ts';
import { newsJob } from './news-job.ts';
import { precacheJob } from './precache-job.ts';
import { quotesJob } from './quotes-job.ts';
import { retentionJob } from './retention-job.ts';
import { Scheduler } from './scheduler.ts';
import { scoreJob } from './score-job.ts';
import { sweepJob } from './sweep-job.ts';

interface JobsOptions {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'power'>;
  readonly store: Store;
  /** The store's file, whose backups are looked for. */
  readonly file: string;
  readonly cache: Cache;
  readonly calendarById: CalendarById;
  readonly profile: MachineProfile;
  readonly work: JobWork;
  /** How many days job runs and rejected rows are kept. */
  readonly keptDays: () => number;
  readonly isPaused: () => boolean;
  readonly onChange: () => void;
}

/** The jobs of a workspace; they rest until they are started. */
export function openJobs({ ports, store, file, cache, calendarById, profile, work, keptDays, isPaused, onChange }: JobsOptions): Scheduler {
  const { clock, log, power } = ports;
  const symbols = jobSymbols(store.read, calendarById, clock);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { quotes, bars, folder, news, lists, industries, warm } = work;
  const definitions: JobDefinition[] = [
    ...(quotes === null ? [] : [quotesJob(quotes, profile.pollMs, symbols.isTrading)]),
    ...(bars === null ? [] : [barsJob(bars)]),
    ...(folder === null ? [] : [folderJob(folder)]),
    hamaJob(store),
    scoreJob(store),
    ...(industries === null ? [] : [industriesJob(industries, lists, () => store.read.dataVersion())]),
    ...(news === null ? [] : [newsJob(news)]),
    ...(warm === null ? [] : [precacheJob(warm, zone)]),
    sweepJob(cache),
    backupJob(store.write, () => listBackups(file)[0]?.at ?? null, zone),
    retentionJob(store, keptDays, zone),
    integrityJob(store, zone),
  ];
  return new Scheduler({
    definitions,
    store: {
      states: () => store.read.jobStates(),
      lastRuns: () => new Map(store.read.lastJobRuns().map((run) => [run.job, run])),
      saveState: (state) => store.write.saveJobState(state),
      saveRun: (run, state) => store.write.saveJobRun(run, state),
    },
    clock, log, power, isPaused, onChange,
    startTicking: cronTicking(log),
    random: Math.random,
    calendars: symbols.calendars,
    symbolsOf: symbols.of,
  });
}
