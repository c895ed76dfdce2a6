import type { TFunction } from 'i18next';
import type { ImportBatch } from '../../../shared/contract/imports.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { formatUtc } from '../../../shared/time.ts';
import { StatusText } from '../../components/status-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';

const dots = { running: 'none', completed: 'good', cancelled: 'warn', interrupted: 'warn', undone: 'none' } as const;

export function batchColumns(t: TFunction): readonly TableColumn<ImportBatch>[] {
  return [
    { id: 'file', header: t('data.column.file'), width: 'minmax(160px, 1fr)', value: ({ file }) => file, cell: ({ file }) => <span title={file}>{file}</span> },
    { id: 'at', header: t('data.column.at'), width: '18ch', value: ({ at }) => formatUtc(at), cell: ({ at }) => formatMinute(at) },
    {
      id: 'state',
      header: t('data.column.state'),
      width: '112px',
      value: ({ state }) => t(`data.batch.${state}`),
      cell: ({ state }) => <StatusText state={dots[state]}>{t(`data.batch.${state}`)}</StatusText>,
    },
    { id: 'symbols', header: t('import.result.symbols'), width: '10ch', align: 'right', value: ({ symbols }) => symbols, cell: ({ symbols }) => formatCount(symbols) },
    { id: 'rows', header: t('import.result.rows'), width: '13ch', align: 'right', value: ({ rows }) => rows, cell: ({ rows }) => formatCount(rows) },
    { id: 'imported', header: t('import.result.imported'), width: '12ch', align: 'right', value: ({ imported }) => imported, cell: ({ imported }) => formatCount(imported) },
    { id: 'rejected', header: t('import.result.rejected'), width: '10ch', align: 'right', value: ({ rejected }) => rejected, cell: ({ rejected }) => formatCount(rejected) },
  ];
}
