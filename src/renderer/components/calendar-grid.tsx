import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dayMs, formatTradingDate, parseTradingDate, type TradingDate } from '../../shared/time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import styles from './calendar-grid.module.css';
import { addMonths, isSameMonth, monthWeeks, weekdayOf } from './calendar-month.ts';
import { IconButton } from './icon-button.tsx';

interface CalendarGridProps {
  /** The day it opens on, as an ISO date; today where left out. */
  readonly day: string | null;
  readonly max: string | null;
  readonly onPick: (day: string) => void;
}

/** One month to pick a day from. Arrows go by days and weeks, PgUp and PgDn by months, Home and End within the week, Enter picks. */
export function CalendarGrid({ day, max, onPick }: CalendarGridProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [at, setAt] = useState<TradingDate>(() => parseTradingDate(day ?? '') ?? (Math.floor(Date.now() / dayMs) as TradingDate));
  const last = max === null ? null : parseTradingDate(max);
  const body = useRef<HTMLDivElement>(null);
  // The keys take the focus along; the buttons for months keep it.
  const takesFocus = useRef(true);
  useEffect(() => {
    if (takesFocus.current) body.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
    takesFocus.current = false;
  }, [at]);
  const go = (to: number): void => setAt((last === null ? to : Math.min(to, last)) as TradingDate);
  const pressKey = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - 7, ArrowDown: at + 7,
      PageUp: addMonths(at, -1), PageDown: addMonths(at, 1), Home: at - weekdayOf(at), End: at + 6 - weekdayOf(at),
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    takesFocus.current = true;
    go(to);
  };
  const weeks = monthWeeks(at);
  const names = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { weekday: 'short', timeZone: 'UTC' });
  return (
    <div>
      <div className={styles.head}>
        <IconButton label={t('date.previousMonth')} icon={<ChevronLeft size={14} aria-hidden />} onClick={() => go(addMonths(at, -1))} />
        <strong aria-live="polite">{formatTradingDate(at).slice(0, 7)}</strong>
        <IconButton label={t('date.nextMonth')} icon={<ChevronRight size={14} aria-hidden />} onClick={() => go(addMonths(at, 1))} />
      </div>
      <div ref={body} role="grid" tabIndex={-1} aria-label={formatTradingDate(at).slice(0, 7)} onKeyDown={pressKey}>
        <div role="row" className={styles.week}>
          {weeks[0]?.map((one) => <span key={one} role="columnheader" className={styles.weekday}>{names.format(one * dayMs)}</span>)}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} role="row" className={styles.week}>
            {week.map((one) => (
              <span key={one} role="gridcell">
                <button
                  type="button"
                  tabIndex={one === at ? 0 : -1}
                  disabled={last !== null && one > last}
                  data-day={one}
                  aria-label={formatTradingDate(one)}
                  aria-pressed={formatTradingDate(one) === day}
                  data-outside={!isSameMonth(one, at) || undefined}
                  className={styles.day}
                  onClick={() => onPick(formatTradingDate(one))}
                >
                  {new Date(one * dayMs).getUTCDate()}
                </button>
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
