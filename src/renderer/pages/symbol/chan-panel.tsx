import { useMemo, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../../shared/app-error.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { priceDecimals } from '../../charts/price-decimals.ts';
import { barTimeLabel } from '../../charts/time-label.ts';
import { seriesClock } from '../../charts/zone-clock.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './chan-panel.module.css';
import { chanRows, type ChanRow } from './chan-rows.ts';
import { chanTexts } from './chan-texts.ts';
import type { ChanView } from './chan-view.ts';
import type { ChartSeries } from './chart-series.ts';

/** The Chan structure as a list, newest first; choosing an element shows it on the chart. */
export function ChanPanel({ series, view, onShow }: { readonly series: ChartSeries; readonly view: ChanView; readonly onShow: (index: number) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [selected, setSelected] = useState<string | null>(null);
  const { bars, reply } = series;
  const rows = useMemo(() => {
    if (view.kind === 'refused') return [];
    const intraday = isIntraday(reply.freq);
    const clock = seriesClock(intraday, reply.zone);
    return chanRows(view.structure, chanTexts(t), (time) => barTimeLabel(clock(time), intraday));
  }, [view, reply, t]);
  const columns = useMemo(() => chanColumns(t, priceDecimals(bars.close), isIntraday(reply.freq)), [t, bars, reply.freq]);
  if (view.kind === 'refused') return <p className={styles.note}>{errorText(view.error.code, view.error.params, language)}</p>;
  if (rows.length === 0) return <p className={styles.note}>{t('chan.none')}</p>;
  const { lines, zones, points, widened } = view.structure;
  const count = (part: 'bi' | 'seg'): number => lines.filter((line) => line.part === part).length;
  const counts = t('chan.counts', { strokes: count('bi'), segments: count('seg'), zones: zones.length, points: points.length });
  return (
    <div className={styles.panel}>
      <p className={styles.counts}>{widened.length === 0 ? counts : `${counts} · ${t('chan.widened', { count: widened.length })}`}</p>
      <div className={styles.table}>
        <DataTable
          label={t('chan.show')}
          rows={rows}
          columns={columns}
          rowId={rowId}
          selected={selected}
          onSelect={(id) => {
            setSelected(id);
            const row = rows.find((candidate) => candidate.id === id);
            if (row !== undefined) onShow(row.toIndex);
          }}
        />
      </div>
    </div>
  );
}

function rowId(row: ChanRow): string {
  return row.id;
}

function chanColumns(t: TFunction, decimals: number, intraday: boolean): readonly TableColumn<ChanRow>[] {
  const price = (value: number): string => formatNumber(value, decimals);
  const timeWidth = intraday ? '16ch' : '10ch';
  return [
    { id: 'kind', header: t('chan.column.kind'), width: '13ch', value: (row) => row.kind },
    { id: 'from', header: t('chan.column.from'), width: timeWidth, value: (row) => row.from },
    { id: 'to', header: t('chan.column.to'), width: timeWidth, value: (row) => row.to },
    { id: 'direction', header: t('chan.column.direction'), width: '8ch', value: (row) => row.direction },
    { id: 'state', header: t('chan.column.state'), width: intraday ? '36ch' : '29ch', value: (row) => row.state, cell: (row) => <span className={row.isProvisional ? styles.provisional : undefined}>{row.state}</span> },
    { id: 'low', header: t('chan.column.low'), width: '9ch', align: 'right', value: (row) => row.low, cell: (row) => price(row.low) },
    { id: 'high', header: t('chan.column.high'), width: '9ch', align: 'right', value: (row) => row.high, cell: (row) => price(row.high) },
    { id: 'reason', header: t('chan.column.reason'), width: 'minmax(46ch, 1fr)', value: (row) => row.reason },
  ];
}
