import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rejection } from '../../shared/contract/imports.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { DataTable } from '../components/data-table.tsx';
import type { TableColumn } from '../components/table-column.ts';
import { ruleText } from './rule-text.ts';
import styles from './rejection-table.module.css';

/** Rejected rows with line, rule and text. */
export function RejectionTable({ rejections }: { readonly rejections: readonly Rejection[] }) {
  const { t } = useTranslation();
  const columns = useMemo(() => rejectionColumns(t), [t]);
  return <DataTable label={t('import.result.rejections')} rows={rejections} columns={columns} rowId={rejectionId} />;
}

function rejectionColumns(t: TFunction): readonly TableColumn<Rejection>[] {
  return [
    { id: 'line', header: t('import.sample.line'), width: '9ch', align: 'right', value: ({ line }) => line, cell: ({ line }) => formatCount(line) },
    { id: 'rule', header: t('import.result.rule'), width: 'minmax(120px, 1fr)', value: ({ rule }) => ruleText(rule, t) },
    {
      id: 'text',
      header: t('import.result.text'),
      width: 'minmax(160px, 2fr)',
      value: ({ text }) => text,
      cell: ({ text }) => (
        <span className={styles.text} title={text}>
          {text}
        </span>
      ),
    },
  ];
}

/** Two files of a folder may reject the same line; their rows begin with their names. */
function rejectionId({ line, rule, text }: Rejection): string {
  return `${line}-${rule}-${text}`;
}
