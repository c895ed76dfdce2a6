import type { Language } from '../../shared/i18n/language.ts';
import type { TimeTick } from './time-ticks.ts';



const monthsEn = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Text under the axis for a tick: only what changes there, as the coarser ticks beside it say the rest. */
export function tickLabel(tick: TimeTick, language: Language): string {
  const date = new Date(tick.wallMs);
  const month = date.getUTCMonth();
  switch (tick.unit) {
    case 'year':
      return String(date.getUTCFullYear());
    case 'month':
      return language === 'zh' ? `${month + 1}月` : (monthsEn[month] ?? '');
    case 'day':
      return language === 'zh' ? `${date.getUTCDate()}日` : String(date.getUTCDate());
    case 'hour':
    case 'minute':
      return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
  }
}

/** The full date of a bar, `2018-02-07`, with `14:30` after it for intraday bars. */
export function barTimeLabel(wallMs: number, intraday: boolean): string {
  if (!Number.isFinite(wallMs)) return '';
  const iso = new Date(wallMs).toISOString();
  return intraday ? `${iso.slice(0, 10)} ${iso.slice(11, 16)}` : iso.slice(0, 10);
}
