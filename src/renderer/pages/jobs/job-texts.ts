import type { TFunction } from 'i18next';
import type { Job, JobSchedule, JobScope } from '../../../shared/contract/jobs.ts';
import { formatDuration } from '../../../shared/format/format-duration.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { missingText } from '../../../shared/format/missing.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { dayMs, formatUtc, type UtcMs } from '../../../shared/time.ts';

/** `03:30` from minutes after midnight. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `2026-11-20 14:35:10` in UTC. */
export function timeText(time: UtcMs | null): string {
  return time === null ? missingText : formatUtc(time).slice(0, 19).replace('T', ' ');
}

/** A time to live: days from two on. */
export function spanText(spanMs: number, t: TFunction, language: Language): string {
  return spanMs >= 2 * dayMs ? t('cache.days', { count: Math.round(spanMs / dayMs), formatted: formatCount(Math.round(spanMs / dayMs)) }) : formatDuration(spanMs, language);
}

export function scheduleText(schedule: JobSchedule, t: TFunction, language: Language): string {
  switch (schedule.type) {
    case 'every':
      return t(schedule.marketHours ? 'jobs.schedule.marketHours' : 'jobs.schedule.every', { span: formatDuration(schedule.everyMs, language) });
    case 'afterClose':
      return t('jobs.schedule.afterClose', { span: formatDuration(schedule.delayMs, language) });
    case 'daily':
      return t('jobs.schedule.daily', { time: clockText(schedule.minutes) });
  }
}

export function scopeText(scope: JobScope | null, t: TFunction): string {
  if (scope === null) return missingText;
  switch (scope.type) {
    case 'watched':
      return t('jobs.scope.watched');
    case 'all':
      return t('jobs.scope.all');
    case 'watchlist':
      return scope.name;
    case 'symbols':
      return t('jobs.scope.symbols', { count: scope.symbols.length, formatted: formatCount(scope.symbols.length) });
  }
}

export type JobLight = 'running' | 'paused' | 'off' | 'failing' | 'on';

export function lightOf({ running, enabled, attempts }: Job, isPaused: boolean): JobLight {
  if (running !== null) return 'running';
  if (!enabled) return 'off';
  if (isPaused) return 'paused';
  return attempts > 0 ? 'failing' : 'on';
}
