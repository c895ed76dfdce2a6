import type { TFunction } from 'i18next';
import type { SourceState } from '../../../shared/contract/refresh.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { formatUtc } from '../../../shared/time.ts';
import { StatusText } from '../../components/status-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';

export function sourceColumns(t: TFunction): readonly TableColumn<SourceState>[] {
  const time = (at: SourceState['until']): string => formatMinute(at);
  const stateText = ({ needsKey, hasKey, breaker, until, lastSuccess, lastFailure }: SourceState): string =>
    needsKey && !hasKey ? t('source.state.key')
    : breaker === 'open' ? t('source.state.open', { until: until === null ? '' : formatUtc(until).slice(11, 16) })
    : breaker === 'trial' ? t('source.state.trial')
    : lastSuccess === null && lastFailure === null ? t('source.state.idle')
    : t('source.state.closed');
  const dot = ({ needsKey, hasKey, breaker, lastSuccess }: SourceState) => (breaker === 'open' ? 'bad' : breaker === 'trial' ? 'warn' : (needsKey && !hasKey) || lastSuccess === null ? 'none' : 'good');
  return [
    { id: 'name', header: t('source.column.name'), width: 'minmax(140px, 1fr)', value: ({ title }) => title },
    {
      id: 'state',
      header: t('source.column.state'),
      width: '24ch',
      value: stateText,
      cell: (source) => <StatusText state={dot(source)}>{stateText(source)}</StatusText>,
    },
    { id: 'success', header: t('source.column.success'), width: '18ch', value: ({ lastSuccess }) => lastSuccess, cell: ({ lastSuccess }) => time(lastSuccess) },
    { id: 'failure', header: t('source.column.failure'), width: '21ch', value: ({ lastFailure }) => lastFailure?.at ?? null, cell: ({ lastFailure }) => <span title={lastFailure === null ? '' : time(lastFailure.at)}>{lastFailure?.code ?? '–'}</span> },
    { id: 'markets', header: t('source.column.markets'), width: 'minmax(100px, 180px)', value: ({ markets }) => markets.join(' ') },
    { id: 'gap', header: t('source.column.gap'), width: '22ch', value: ({ gapMs }) => gapMs, cell: ({ gapMs, concurrency }) => t('source.perSecond', { ms: gapMs, count: concurrency }) },
  ];
}
