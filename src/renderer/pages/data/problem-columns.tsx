import type { TFunction } from 'i18next';
import { errorText } from '../../../shared/app-error.ts';
import type { DataProblem } from '../../../shared/contract/refresh.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { StatusText } from '../../components/status-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';

const dots = { failed: 'bad', difference: 'warn', stale: 'warn', gaps: 'warn', flagged: 'none', neverAsked: 'warn' } as const;

/** What is counted of each kind. */
const units = { failed: 'sessions', stale: 'sessions', neverAsked: 'sessions', gaps: 'sessions', difference: 'days', flagged: 'bars' } as const;

export function problemColumns(t: TFunction, language: Language): readonly TableColumn<DataProblem>[] {
  const fix = ({ kind, error }: DataProblem): string => (error === null ? t(`problem.fix.${kind}`) : errorText(error.code, error.params, language));
  return [
    { id: 'symbol', header: t('problem.column.symbol'), width: '18ch', value: ({ symbol }) => symbol },
    {
      id: 'kind',
      header: t('problem.column.kind'),
      width: '20ch',
      value: ({ kind }) => t(`problem.kind.${kind}`),
      cell: ({ kind }) => <StatusText state={dots[kind]}>{t(`problem.kind.${kind}`)}</StatusText>,
    },
    { id: 'count', header: t('problem.column.count'), width: '13ch', align: 'right', value: ({ count }) => count, cell: ({ kind, count }) => (count === null ? '' : t(`problem.count.${units[kind]}`, { count, formatted: formatCount(count) })) },
    { id: 'asOf', header: t('problem.column.asOf'), width: '13ch', value: ({ asOf }) => asOf, cell: ({ asOf }) => asOf?.slice(0, 10) ?? '–' },
    { id: 'fix', header: t('problem.column.fix'), width: 'minmax(240px, 1fr)', value: fix, cell: (problem) => <span title={fix(problem)}>{fix(problem)}</span> },
  ];
}
