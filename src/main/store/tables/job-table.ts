import type { JobName, JobRun } from '../../../shared/contract/jobs.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { JobState } from '../../jobs/job-state.ts';
import type { Connection } from '../connect.ts';

export interface JobTable {
  states(): readonly JobState[];
  putState(state: JobState): void;
  /** Newest first; of one job where one is named. */
  runs(job: JobName | null, offset: number, limit: number): readonly JobRun[];
  /** The newest run of each job. */
  lastRuns(): readonly JobRun[];
  addRun(run: Omit<JobRun, 'id'>): void;
  /** Drops runs that ended before `before`, but the newest `kept` of each job; answers how many. */
  prune(before: UtcMs, kept: number): number;
}

interface StateRow {
  job: JobName;
  enabled: number;
  schedule: string | null;
  scope: string | null;
  slot: UtcMs | null;
  marks: string;
  next_due_utc: UtcMs | null;
  last_success: UtcMs | null;
  attempts: number;
}

type RunRow = Omit<JobRun, 'error' | 'failures'> & { error: string | null; failures: string };

const runColumns = 'id, job, cause AS trigger, started_at AS startedAt, ended_at AS endedAt, outcome, done, failed, missed, error, failures';

export function jobTable(database: Connection): JobTable {
  const states = database.prepare<[], StateRow>('SELECT job, enabled, schedule, scope, slot, marks, next_due_utc, last_success, attempts FROM job_state ORDER BY job');
  const putState = database.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO job_state (job, enabled, schedule, scope, slot, marks, next_due_utc, last_success, attempts)
     VALUES (@job, @enabled, @schedule, @scope, @slot, @marks, @nextAt, @lastSuccessAt, @attempts)
     ON CONFLICT (job) DO UPDATE SET enabled = excluded.enabled, schedule = excluded.schedule, scope = excluded.scope, slot = excluded.slot,
       marks = excluded.marks, next_due_utc = excluded.next_due_utc, last_success = excluded.last_success, attempts = excluded.attempts`,
  );
  const runs = database.prepare<[string | null, number, number], RunRow>(`SELECT ${runColumns} FROM job_run WHERE job IS coalesce(?, job) ORDER BY id DESC LIMIT ? OFFSET ?`);
  const lastRuns = database.prepare<[], RunRow>(`SELECT ${runColumns} FROM job_run WHERE id IN (SELECT max(id) FROM job_run GROUP BY job)`);
  const addRun = database.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO job_run (job, cause, started_at, ended_at, outcome, done, failed, missed, error, failures)
     VALUES (@job, @trigger, @startedAt, @endedAt, @outcome, @done, @failed, @missed, @error, @failures)`,
  );
  const prune = database.prepare<[number, number]>(
    `DELETE FROM job_run WHERE ended_at < ? AND id NOT IN
       (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY job ORDER BY id DESC) AS place FROM job_run) WHERE place <= ?)`,
  );
  // Only `putState` and `addRun` write the columns, so what is parsed is what they were given.
  return {
    states: () => states.all().map((row) => ({
      job: row.job,
      enabled: row.enabled === 1,
      schedule: row.schedule === null ? null : (JSON.parse(row.schedule) as JobState['schedule']),
      scope: row.scope === null ? null : (JSON.parse(row.scope) as JobState['scope']),
      memory: { slot: row.slot, marks: JSON.parse(row.marks) as JobState['memory']['marks'] },
      nextAt: row.next_due_utc,
      lastSuccessAt: row.last_success,
      attempts: row.attempts,
    })),
    putState: ({ job, enabled, schedule, scope, memory, nextAt, lastSuccessAt, attempts }) => void putState.run({
      job, enabled: enabled ? 1 : 0, schedule: jsonOrNull(schedule), scope: jsonOrNull(scope), slot: memory.slot, marks: JSON.stringify(memory.marks), nextAt, lastSuccessAt, attempts,
    }),
    runs: (job, offset, limit) => runs.all(job, limit, offset).map(toRun),
    lastRuns: () => lastRuns.all().map(toRun),
    addRun: ({ error, failures, ...run }) => void addRun.run({ ...run, error: jsonOrNull(error), failures: JSON.stringify(failures) }),
    prune: (before, kept) => prune.run(before, kept).changes,
  };
}

function toRun({ error, failures, ...run }: RunRow): JobRun {
  return { ...run, error: error === null ? null : (JSON.parse(error) as JobRun['error']), failures: JSON.parse(failures) as JobRun['failures'] };
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
