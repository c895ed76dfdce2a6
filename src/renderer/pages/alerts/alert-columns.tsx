import type { TFunction } from 'i18next';
import type { Alert, AlertEvent } from '../../../shared/contract/alerts.ts';
import type { Watchlist } from '../../../shared/contract/watchlists.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { missingText } from '../../../shared/format/missing.ts';
import { alertText } from '../../../shared/i18n/alert-text.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { OutcomeText } from '../../alerts/outcome-text.tsx';
import { StatusText } from '../../components/status-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import styles from './alerts-page.module.css';

type State = 'waiting' | 'off' | 'problem';

export function stateOf({ enabled, problem }: Alert): State {
  return !enabled ? 'off' : problem === null ? 'waiting' : 'problem';
}

const dots = { waiting: 'good', off: 'none', problem: 'warn' } as const;

export function alertColumns(t: TFunction, language: Language, lists: readonly Watchlist[]): readonly TableColumn<Alert>[] {
  return [
    { id: 'symbol', header: t('alerts.column.symbol'), width: '14ch', value: (alert) => scopeText(alert, lists, t) },
    {
      id: 'condition', header: t('alerts.column.condition'), width: 'minmax(200px, 1fr)', value: (alert) => titleOf(alert, language),
      cell: (alert) => <span title={titleOf(alert, language)}>{titleOf(alert, language)}</span>,
    },
    { id: 'freq', header: t('alerts.column.freq'), width: '8ch', value: ({ freq }) => t(`chart.frequency.${freq}`) },
    {
      id: 'state', header: t('alerts.column.state'), width: '15ch', value: (alert) => t(`alerts.state.${stateOf(alert)}`),
      cell: (alert) => <StatusText state={dots[stateOf(alert)]}>{t(`alerts.state.${stateOf(alert)}`)}</StatusText>,
    },
    { id: 'cooldown', header: t('alerts.column.cooldown'), width: '14ch', align: 'right', value: ({ cooldownMinutes }) => cooldownMinutes, cell: ({ cooldownMinutes }) => cooldownText(cooldownMinutes, t) },
    { id: 'fired', header: t('alerts.column.fired'), width: '8ch', align: 'right', value: ({ fired }) => fired },
    { id: 'last', header: t('alerts.column.last'), width: '18ch', value: ({ lastFiredAt }) => lastFiredAt, cell: ({ lastFiredAt }) => formatMinute(lastFiredAt) },
  ];
}

export function logColumns(t: TFunction, language: Language): readonly TableColumn<AlertEvent>[] {
  const outcome = (bars: 5 | 10 | 20): TableColumn<AlertEvent> => ({
    id: `after${bars}`, header: t('alerts.after', { bars }), width: '12ch', align: 'right', value: (line) => line[`after${bars}`], cell: (line) => <OutcomeText percent={line[`after${bars}`]} />,
  });
  return [
    { id: 'at', header: t('alerts.column.at'), width: '18ch', value: ({ firedAt }) => firedAt, cell: ({ firedAt }) => formatMinute(firedAt) },
    { id: 'symbol', header: t('alerts.column.symbol'), width: '14ch', value: ({ subject }) => (subject === '*' ? t('alert.anywhere') : subjectText(subject, t)) },
    {
      id: 'condition', header: t('alerts.column.condition'), width: 'minmax(180px, 1fr)', value: (line) => titleOf(line, language),
      cell: (line) => <span title={titleOf(line, language)}>{titleOf(line, language)}{line.live && <span className={styles.tag}>{t('alert.note.live')}</span>}</span>,
    },
    { id: 'bar', header: t('alerts.column.bar'), width: '18ch', value: ({ bar }) => bar, cell: ({ bar }) => bar.slice(0, 16).replace('T', ' ') },
    { id: 'close', header: t('alerts.column.close'), width: '12ch', align: 'right', value: ({ close }) => close, cell: ({ close }) => (close === null ? missingText : formatNumber(close, seriesDecimals(Float64Array.of(close)))) },
    outcome(5), outcome(10), outcome(20),
  ];
}

/** The user's name for it, else what it waits for. */
export function titleOf({ name, condition }: Pick<Alert, 'name' | 'condition'>, language: Language): string {
  return name === '' ? alertText(condition, language) : name;
}

/** The symbol, the list by its name, or all. */
export function scopeText({ symbol, watchlist }: Pick<Alert, 'symbol' | 'watchlist'>, lists: readonly Watchlist[], t: TFunction): string {
  if (symbol !== null || watchlist === null) return subjectText(symbol, t);
  return lists.find(({ id }) => id === watchlist)?.name ?? missingText;
}

export function subjectText(symbol: string | null, t: TFunction): string {
  return symbol === null ? t('alerts.symbol.all') : symbol.slice(symbol.indexOf(':') + 1);
}

export function cooldownText(minutes: number, t: TFunction): string {
  return minutes === 0 ? missingText : t('alerts.minutes', { formatted: minutes });
}
