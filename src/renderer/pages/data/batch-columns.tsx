import type { TFunction } from 'i18next';
import type { ImportBatch } from '../../../shared/contract/imports.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import { formatUtc } from '../../../shared/time.ts';
import { StatusDot } from '../../components/status-dot.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import styles from './batch-columns.module.css';

const dots = { running: 'none', completed: 'good', cancelled: 'warn', interrupted: 'warn', undone: 'none' } as const;

export function batchColumns(t: TFunction): readonly TableColumn<ImportBatch>[] {
  return [
    { id: 'file', header: t('data.column.file'), width: 'minmax(160px, 1fr)', value: ({ file }) => file, cell: ({ file }) => <span title={file}>{file}</span> },
    { id: 'at', header: t('data.column.at'), width: '18ch', value: ({ at }) => formatUtc(at), cell: ({ at }) => formatUtc(at).slice(0, 16).replace('T', ' ') },
    {
      id: 'state',
      header: t('data.column.state'),
      width: '112px',
      value: ({ state }) => t(`data.batch.${state}`),
      cell: ({ state }) => (
        <span className={styles.state}>
          <StatusDot state={dots[state]} />
          {t(`data.batch.${state}`)}
        </span>
      ),
    },
    { id: 'symbols', header: t('import.result.symbols'), width: '10ch', align: 'right', value: ({ symbols }) => symbols, cell: ({ symbols }) => formatCount(symbols) },
    { id: 'rows', header: t('import.result.rows'), width: '13ch', align: 'right', value: ({ rows }) => rows, cell: ({ rows }) => formatCount(rows) },
    { id: 'imported', header: t('import.result.imported'), width: '12ch', align: 'right', value: ({ imported }) => imported, cell: ({ imported }) => formatCount(imported) },
    { id: 'rejected', header: t('import.result.rejected'), width: '10ch', align: 'right', value: ({ rejected }) => rejected, cell: ({ rejected }) => formatCount(rejected) },
  ];
}
