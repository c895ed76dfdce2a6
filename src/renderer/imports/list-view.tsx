import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListEntry, ListPreview } from '../../shared/contract/imports.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { DataTable } from '../components/data-table.tsx';
import type { TableColumn } from '../components/table-column.ts';
import styles from './list-view.module.css';

/** A file that lists instruments instead of bars: what each line means, and what importing it will do. */
export function ListView({ preview }: { readonly preview: ListPreview }) {
  const { t } = useTranslation();
  const columns = useMemo(() => entryColumns(t), [t]);
  return (
    <div className={styles.view}>
      <p className={styles.lead}>
        <strong>{t(`import.list.${preview.kind}`)}</strong> {t(`import.list.${preview.kind}.hint`, { total: formatCount(preview.total) })}
      </p>
      <div className={styles.entries}>
        <DataTable label={t('import.list.entries')} rows={preview.entries} columns={columns} rowId={entryId} />
      </div>
    </div>
  );
}

function entryColumns(t: TFunction): readonly TableColumn<ListEntry>[] {
  return [
    { id: 'text', header: t('import.list.text'), width: 'minmax(160px, 2fr)', value: ({ text }) => text },
    { id: 'symbol', header: t('import.symbol'), width: 'minmax(120px, 1fr)', value: ({ symbol }) => symbol },
    {
      id: 'state',
      header: t('import.sample.note'),
      width: 'minmax(120px, 1fr)',
      value: ({ symbol, stored }) => t(symbol === null ? 'import.list.unclear' : stored ? 'import.list.stored' : 'import.list.missing'),
    },
  ];
}

function entryId({ line, text }: ListEntry): string {
  return `${line}-${text}`;
}
