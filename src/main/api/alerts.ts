import { ruleOf } from '../../analysis/alerts/judge-alert.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Alert, AlertEvent } from '../../shared/contract/alerts.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { AppEvent } from '../../shared/contract/event.ts';
import { formatUtc, type UtcMs } from '../../shared/time.ts';
import { subjectBars } from '../alerts/subject-bars.ts';
import { tryAlert } from '../alerts/try-alert.ts';
import type { Clock } from '../ports.ts';
import type { StoredAlert, StoredAlertEvent } from '../store/alert-store.ts';
import type { BarSource } from './bar-source.ts';
import type { HandlersOf } from './handlers.ts';
import { resolveInstrument } from './resolve-symbol.ts';
import { timeText } from './time-text.ts';

interface AlertServices {
  readonly from: BarSource;
  readonly clock: Clock;
  readonly emit: (event: AppEvent) => void;
  /** An alert was made or changed: look at it. */
  readonly look: (symbols: readonly string[] | null) => void;
}

const minuteMs = 60_000;

/** The methods `alerts.*`. */
export function alertsHandlers({ from, clock, emit, look }: AlertServices): HandlersOf<'alerts'> {
  const { store } = from;
  const list = (): Alert[] => {
    const problems = Map.groupBy(store.read.alertWatches().filter(({ problem }) => problem !== null), ({ alert }) => alert);
    const lists = new Set(store.read.watchlists().map(({ id }) => id));
    return store.read.alerts().map((alert) => {
      const [first, ...others] = problems.get(alert.id) ?? [];
      const problem = first?.problem == null ? null : { subject: first.subject, error: first.problem, subjects: others.length + 1 };
      const isGone = alert.watchlist !== null && !lists.has(alert.watchlist);
      return toAlert(alert, isGone ? { subject: '*', error: new AppError('alert.list').toReply(), subjects: 1 } : problem);
    });
  };
  const changed = (id: number): Alert => {
    emit({ type: 'alerts', fired: [] });
    const alert = list().find((one) => one.id === id);
    if (alert === undefined) throw new AppError('alert.unknown', { id });
    look(alert.symbol === null ? null : [alert.symbol]);
    return alert;
  };
  return {
    'alerts.list': list,
    'alerts.save': async ({ id, cooldownMinutes, ...draft }) => {
      const symbol = draft.symbol === null ? null : resolveInstrument(draft.symbol, store.read.instruments()).symbol;
      checkDraft(draft);
      if (draft.watchlist !== null && !store.read.watchlists().some((list) => list.id === draft.watchlist)) throw new AppError('alert.list');
      const saved = await store.write.saveAlert(id ?? null, { ...draft, symbol, cooldownMs: cooldownMinutes * minuteMs }, clock.now());
      return changed(saved);
    },
    'alerts.remove': async ({ id }) => {
      await store.write.removeAlert(id);
      emit({ type: 'alerts', fired: [] });
      return null;
    },
    'alerts.enable': async ({ id, enabled }) => {
      await store.write.enableAlert(id, enabled, clock.now());
      return changed(id);
    },
    'alerts.log': ({ alert, symbol, before, limit }) => {
      const subject = symbol === undefined ? null : resolveInstrument(symbol, store.read.instruments()).symbol;
      const byId = new Map(store.read.alerts().map((one) => [one.id, one]));
      const events = store.read.alertEvents({ alert: alert ?? null, subject, before: before ?? null, limit });
      return events.flatMap((event) => {
        const of = byId.get(event.alert);
        return of === undefined ? [] : [toEvent(event, of)];
      });
    },
    'alerts.test': ({ symbol, freq, condition, cooldownMinutes }) => {
      if (condition.kind === 'health') throw new AppError('alert.untested');
      const instrument = resolveInstrument(symbol, store.read.instruments());
      const series = subjectBars(from, instrument, freq);
      if (series === null) {
        const stored = [...new Set(store.read.seriesOf(instrument.id).map((one) => one.freq))].join(', ') || '–';
        throw new AppError('bars.none', { symbol: instrument.symbol, freq, stored });
      }
      return tryAlert({ symbol: instrument.symbol, freq, condition, cooldownMs: cooldownMinutes * minuteMs, series, now: clock.now() });
    },
  };
}

/** What a schema cannot say about an alert. Throws `rule.*`, `alert.*`. */
function checkDraft({ symbol, watchlist, freq, condition, live }: Pick<ParsedInput<'alerts.save'>, 'symbol' | 'watchlist' | 'freq' | 'condition' | 'live'>): void {
  if (condition.kind === 'indicator' || condition.kind === 'rule') ruleOf(condition);
  if (symbol !== null && watchlist !== null) throw new AppError('alert.scope');
  if (condition.kind === 'price' && symbol === null) throw new AppError('alert.symbol');
  if (condition.kind === 'health' && condition.trouble === 'source' && (symbol !== null || watchlist !== null)) throw new AppError('alert.everywhere');
  if (live && (freq === '1w' || freq === '1M')) throw new AppError('alert.live');
}

function toAlert({ cooldownMs, ...alert }: StoredAlert, problem: Alert['problem']): Alert {
  return { ...alert, cooldownMinutes: cooldownMs / minuteMs, problem };
}

function toEvent({ time, close, ...event }: StoredAlertEvent, { name, condition, freq }: StoredAlert): AlertEvent {
  const isSource = condition.kind === 'health' && condition.trouble === 'source';
  const bar = isSource ? formatUtc(time as UtcMs) : (timeText({ freq }, time) ?? '');
  return { ...event, name, condition, freq, bar, close: Number.isNaN(close) ? null : close };
}
