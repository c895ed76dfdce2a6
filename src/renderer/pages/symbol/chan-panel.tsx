import { useMemo, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ChanSeries } from '../../../analysis/chan/chan-series.ts';
import { errorText } from '../../../shared/app-error.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { barTimeLabel } from '../../charts/time-label.ts';
import { seriesClock } from '../../charts/zone-clock.ts';
import { DataTable } from '../../components/data-table.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ChanFrames } from './chan-frames.tsx';
import { ChanLogTable } from './chan-log-table.tsx';
import styles from './chan-panel.module.css';
import { chanRows, type ChanRow } from './chan-rows.ts';
import { chanTexts } from './chan-texts.ts';
import type { ChanView } from './chan-view.ts';
import type { ChartSeries } from './chart-series.ts';

interface ChanPanelProps {
  readonly series: ChartSeries;
  readonly view: ChanView;
  readonly options: string;
  /** The day a replay has reached; null where there is none. */
  readonly asOf: string | null;
  readonly onShow: (index: number) => void;
}

const panelViews = ['structure', 'log', 'frames'] as const;
type PanelView = (typeof panelViews)[number];

/** The Chan structure as a list whose elements are shown on the chart, when they were first seen, and the timeframes beside each other. */
export function ChanPanel({ series, view, options, asOf, onShow }: ChanPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [shown, setShown] = useState<PanelView>('structure');
  const { freq, zone } = series.reply;
  const intraday = isIntraday(freq);
  const date = useMemo(() => {
    const clock = seriesClock(intraday, zone);
    return (time: number): string => barTimeLabel(clock(time), intraday);
  }, [intraday, zone]);
  if (view.kind === 'refused') return <p className={styles.note}>{errorText(view.error.code, view.error.params, language)}</p>;
  const timeWidth = intraday ? '16ch' : '10ch';
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <SegmentedControl label={t('chan.view')} value={shown} segments={panelViews.map((value) => ({ value, label: t(`chan.view.${value}`) }))} onChange={setShown} />
        <p className={styles.counts}>{countsText(view.structure, t)}</p>
      </div>
      {shown === 'structure' && <ChanTable series={series} structure={view.structure} date={date} timeWidth={timeWidth} onShow={onShow} />}
      {shown === 'log' && <ChanLogTable series={series} date={date} timeWidth={timeWidth} onShow={onShow} />}
      {shown === 'frames' && <ChanFrames series={series} options={options} asOf={asOf} />}
    </div>
  );
}

function countsText({ lines, zones, points, widened }: ChanSeries, t: TFunction): string {
  const count = (part: 'bi' | 'seg'): number => lines.filter((line) => line.part === part).length;
  const counts = t('chan.counts', { strokes: count('bi'), segments: count('seg'), zones: zones.length, points: points.length });
  return widened.length === 0 ? counts : `${counts} · ${t('chan.widened', { count: widened.length })}`;
}

interface ChanTableProps {
  readonly series: ChartSeries;
  readonly structure: ChanSeries;
  readonly date: (time: number) => string;
  readonly timeWidth: string;
  readonly onShow: (index: number) => void;
}

function ChanTable({ series: { bars, reply }, structure, date, timeWidth, onShow }: ChanTableProps) {
  const { t } = useTranslation();
  const [selected, setSelected] = useState<string | null>(null);
  const rows = useMemo(() => chanRows(structure, chanTexts(t), date), [structure, date, t]);
  const columns = useMemo(() => chanColumns(t, seriesDecimals(bars.close), isIntraday(reply.freq), timeWidth), [t, bars, reply.freq, timeWidth]);
  if (rows.length === 0) return <p className={styles.note}>{t('chan.none')}</p>;
  return (
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
  );
}

function rowId(row: ChanRow): string {
  return row.id;
}

function chanColumns(t: TFunction, decimals: number, intraday: boolean, timeWidth: string): readonly TableColumn<ChanRow>[] {
  const price = (value: number): string => formatNumber(value, decimals);
  return [
    { id: 'kind', header: t('chan.column.kind'), width: '13ch', value: (row) => row.kind },
    { id: 'from', header: t('chan.column.from'), width: timeWidth, value: (row) => row.from },
    { id: 'to', header: t('chan.column.to'), width: timeWidth, value: (row) => row.to },
    { id: 'direction', header: t('chan.column.direction'), width: '8ch', value: (row) => row.direction },
    { id: 'state', header: t('chan.column.state'), width: intraday ? '30ch' : '24ch', value: (row) => row.state, cell: (row) => <span className={row.isProvisional ? styles.provisional : undefined}>{row.state}</span> },
    { id: 'low', header: t('chan.column.low'), width: '9ch', align: 'right', value: (row) => row.low, cell: (row) => price(row.low) },
    { id: 'high', header: t('chan.column.high'), width: '9ch', align: 'right', value: (row) => row.high, cell: (row) => price(row.high) },
    { id: 'reason', header: t('chan.column.reason'), width: 'minmax(46ch, 1fr)', value: (row) => row.reason },
  ];
}
