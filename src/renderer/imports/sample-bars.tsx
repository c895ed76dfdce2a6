import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BarsPreview, PreviewRow } from '../../shared/contract/imports.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { formatPrice } from '../../shared/format/format-price.ts';
import { DataTable } from '../components/data-table.tsx';
import type { TableColumn } from '../components/table-column.ts';
import { ruleText } from './rule-text.ts';
import styles from './sample-bars.module.css';

/** The bars that the first rows become, and the rules that repaired or rejected them. */
export function SampleBars({ preview }: { readonly preview: BarsPreview }) {
  const { t } = useTranslation();
  const columns = useMemo(() => barColumns(t), [t]);
  return <DataTable label={t('import.sample.bars')} rows={preview.rows} columns={columns} rowId={lineOf} />;
}

function barColumns(t: TFunction): readonly TableColumn<PreviewRow>[] {
  const figure = (
    role: 'open' | 'high' | 'low' | 'close' | 'volume',
    width: string,
    format: (value: number | null) => string,
  ): TableColumn<PreviewRow> => ({
    id: role,
    header: t(`import.role.${role}`),
    width,
    align: 'right',
    value: ({ bar }) => bar?.[role] ?? null,
    cell: ({ bar }) => format(bar?.[role] ?? null),
  });
  return [
    { id: 'line', header: t('import.sample.line'), width: '5ch', align: 'right', value: ({ line }) => line },
    { id: 'symbol', header: t('import.role.symbol'), width: 'minmax(12ch, 1fr)', value: ({ bar }) => bar?.symbol ?? null },
    { id: 'time', header: t('import.role.time'), width: '11ch', value: ({ bar }) => bar?.time ?? null },
    figure('open', '9ch', formatPrice),
    figure('high', '9ch', formatPrice),
    figure('low', '9ch', formatPrice),
    figure('close', '9ch', formatPrice),
    figure('volume', '11ch', formatCount),
    {
      id: 'note',
      header: t('import.sample.note'),
      width: 'minmax(24ch, 3fr)',
      value: (row) => noteOf(row, t),
      cell: (row) => (
        <span className={row.bar === null && row.rule !== null && !row.isSkipped ? styles.rejected : styles.note} title={noteOf(row, t)}>
          {noteOf(row, t)}
        </span>
      ),
    },
  ];
}

function noteOf({ bar, rule, isSkipped }: PreviewRow, t: TFunction): string {
  if (bar !== null) return bar.flags.map((flag) => ruleText(flag, t)).join('; ');
  if (rule === null) return t('import.sample.waits');
  return t(isSkipped ? 'import.sample.skipped' : 'import.sample.rejected', { rule: ruleText(rule, t) });
}

function lineOf({ line }: PreviewRow): string {
  return String(line);
}
