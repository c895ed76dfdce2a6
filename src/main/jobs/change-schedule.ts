import { AppError } from '../../shared/app-error.ts';
import type { JobName, JobSchedule } from '../../shared/contract/jobs.ts';

/** A schedule with another interval or minute of the day. Throws `jobs.interval` or `jobs.daily` where the schedule has no such thing. */
export function changeSchedule(job: JobName, schedule: JobSchedule, given: { readonly everyMs?: number | undefined; readonly minutes?: number | undefined }): JobSchedule {
  const { everyMs, minutes } = given;
  if (everyMs !== undefined && schedule.type !== 'every') throw new AppError('jobs.interval', { job });
  if (minutes !== undefined && schedule.type !== 'daily') throw new AppError('jobs.daily', { job });
  if (schedule.type === 'every' && everyMs !== undefined) return { ...schedule, everyMs };
  if (schedule.type === 'daily' && minutes !== undefined) return { ...schedule, minutes };
  return schedule;
}
