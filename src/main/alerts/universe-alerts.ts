import { ruleOf } from '../../analysis/alerts/judge-alert.ts';
import { ruleFields } from '../../analysis/universe/rules/rule-fields.ts';
import { ruleLeaves } from '../../analysis/universe/rules/rule.ts';
import { AppError } from '../../shared/app-error.ts';
import type { TradingDate, UtcMs } from '../../shared/time.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { AlertRun, NewAlertEvent, StoredAlert, StoredAlertWatch } from '../store/alert-store.ts';
import type { Instrument } from '../store/store.ts';
import { barClose } from './bar-close.ts';
import { anySubject } from './data-trouble.ts';

/** What a rule found in the universe on its last day, which is one that most of the universe has reached. */
export interface UniverseScan {
  readonly date: TradingDate;
  /** Symbols for which the rule holds on the day and did not on the session before, with their closes. */
  readonly entered: readonly { readonly symbol: string; readonly close: number | null }[];
}

/** Whether an alert asks for ranks, scores or signals, which no symbol's bars give alone. Only daily bars have them. */
export function asksUniverse({ condition, freq }: Pick<StoredAlert, 'condition' | 'freq'>): boolean {
  if (freq !== '1d' || (condition.kind !== 'rule' && condition.kind !== 'indicator')) return false;
  return ruleLeaves(ruleOf(condition)).some(({ left, right }) => [left, right].some((side) => side.kind === 'field' && ruleFields.get(side.field)?.origin === 'universe'));
}

interface UniverseWork {
  readonly alerts: readonly StoredAlert[];
  readonly scan: (rule: string) => Promise<UniverseScan | null>;
  readonly instruments: readonly Instrument[];
  /** Whether a symbol is in the list of an alert, if it has one. */
  readonly isAbout: (alert: StoredAlert, symbol: string) => boolean;
  readonly calendarById: CalendarById;
  readonly watchOf: (alert: number, subject: string) => StoredAlertWatch | undefined;
  readonly now: UtcMs;
}

/** What the last day of the universe sets off: the symbols that have entered a rule. The same rules hold as for bars: closed, after arming, once. */
export async function judgeUniverse({ alerts, scan, instruments, isAbout, calendarById, watchOf, now }: UniverseWork): Promise<AlertRun> {
  const events: NewAlertEvent[] = [];
  const watches: StoredAlertWatch[] = [];
  for (const alert of alerts) {
    const { id, symbol, condition, armedAt, cooldownMs } = alert;
    const whole = watchOf(id, anySubject);
    try {
      if (condition.kind !== 'rule' && condition.kind !== 'indicator') continue;
      const found = await scan(condition.kind === 'rule' ? condition.rule : `${condition.left} ${condition.comparison} ${condition.right}`);
      if (found === null || found.date < (whole?.seenUntil ?? -Infinity)) continue;
      const { date, entered } = found;
      if (date !== whole?.seenUntil || whole.problem !== null) watches.push({ alert: id, subject: anySubject, seenUntil: date, lastMoment: -Infinity, problem: null });
      for (const { symbol: subject, close } of entered) {
        const instrument = instruments.find((one) => one.symbol === subject);
        if (instrument === undefined || (symbol !== null && symbol !== subject) || !isAbout(alert, subject)) continue;
        const moment = barClose('1d', calendarById(instrument.calendar))(date);
        const before = watchOf(id, subject);
        if (moment <= armedAt || moment > now || date <= (before?.seenUntil ?? -Infinity) || moment - (before?.lastMoment ?? -Infinity) < cooldownMs) continue;
        events.push({ alert: id, subject, time: date, close: close ?? NaN, firedAt: now, live: false });
        watches.push({ alert: id, subject, seenUntil: date, lastMoment: moment, problem: null });
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (JSON.stringify(whole?.problem) !== JSON.stringify(error.toReply())) {
        watches.push({ alert: id, subject: anySubject, seenUntil: whole?.seenUntil ?? -Infinity, lastMoment: -Infinity, problem: error.toReply() });
      }
    }
  }
  return { events, watches, outcomes: [] };
}
