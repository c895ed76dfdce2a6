import type { TFunction } from 'i18next';
import type { SourceState } from '../../../shared/contract/refresh.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { outcomeText } from '../../../shared/i18n/outcome-text.ts';
import { formatUtc } from '../../../shared/time.ts';
import { StatusText } from '../../components/status-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';

export function sourceColumns(t: TFunction, language: Language): readonly TableColumn<SourceState>[] {
  const time = (at: SourceState['until']): string => formatMinute(at);
  const stateText = ({ needsKey, hasKey, breaker, until, lastSuccess, lastFailure }: SourceState): string =>
    needsKey && !hasKey ? t('source.state.key')
    : breaker === 'open' ? t('source.state.open', { until: until === null ? '' : formatUtc(until).slice(11, 16) })
    : breaker === 'trial' ? t('source.state.trial')
    : lastSuccess === null && lastFailure === null ? t('source.state.idle')
    : isFailing(lastSuccess, lastFailure) ? t('source.state.failing')
    : t('source.state.closed');
  const dot = ({ needsKey, hasKey, breaker, lastSuccess, lastFailure }: SourceState) =>
    (breaker === 'open' ? 'bad' : breaker === 'trial' || isFailing(lastSuccess, lastFailure) ? 'warn' : (needsKey && !hasKey) || lastSuccess === null ? 'none' : 'good');
  return [
    { id: 'name', header: t('source.column.name'), width: 'minmax(140px, 1fr)', value: ({ title }) => title },
    {
      id: 'state',
      header: t('source.column.state'),
      width: '20ch',
      value: stateText,
      cell: (source) => <StatusText state={dot(source)}>{stateText(source)}</StatusText>,
    },
    { id: 'success', header: t('source.column.success'), width: '18ch', value: ({ lastSuccess }) => lastSuccess, cell: ({ lastSuccess }) => time(lastSuccess) },
    { id: 'failure', header: t('source.column.failure'), width: 'minmax(24ch, 1.4fr)', value: ({ lastFailure }) => lastFailure?.at ?? null, cell: ({ lastFailure }) => (lastFailure === null ? '–' : <span title={lastFailure.code}>{time(lastFailure.at)} · {outcomeText(lastFailure.code, language)}</span>) },
    { id: 'markets', header: t('source.column.markets'), width: 'minmax(100px, 168px)', value: ({ markets }) => markets.join(' ') },
    { id: 'gap', header: t('source.column.gap'), width: '24ch', value: ({ gapMs }) => gapMs, cell: ({ gapMs, concurrency }) => t('source.pace', { ms: formatCount(gapMs), count: concurrency }) },
  ];
}

/** Whether the newest answer was none. */
function isFailing(lastSuccess: SourceState['lastSuccess'], lastFailure: SourceState['lastFailure']): boolean {
  return lastFailure !== null && (lastSuccess === null || lastFailure.at > lastSuccess);
}
