import { dayMs } from '../../shared/time.ts';

/**
 * Whether `now` can be believed beside the newest thing known to have happened. A clock that is a year ahead of all that was ever
 * written was set wrong, rather than the app left alone so long: nothing may be deleted for its age then.
 */
export function isSaneTime(now: number, newest: number): boolean {
  return newest === 0 || now - newest < 366 * dayMs;
}
