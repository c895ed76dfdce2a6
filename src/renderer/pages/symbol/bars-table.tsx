import { useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { indicatorTitle, type ComputedIndicator } from '../../charts/overlays/indicator-overlay.ts';
import { seriesClock } from '../../charts/zone-clock.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DirectionText } from '../../components/direction-text.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { barFacts, type BarFacts } from './bar-facts.ts';
import type { ChartSeries } from './chart-series.ts';
import { valueFormat } from './value-format.ts';

interface BarsTableProps {
  readonly series: ChartSeries;
  readonly computed: readonly ComputedIndicator[];
  readonly label: string;
  readonly onSelect: (index: number | null) => void;
}

/** The chart as a table: the same bars and indicator figures, newest first. */
export function BarsTable({ series, computed, label, onSelect }: BarsTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = useMemo(() => barRows(series), [series]);
  const columns = useMemo(() => barColumns(series, computed, t, language), [series, computed, t, language]);
  return <DataTable label={label} rows={rows} columns={columns} rowId={rowId} onSelect={(id) => onSelect(Number(id))} />;
}

function rowId(row: BarFacts): string {
  return String(row.index);
}

/** Every bar of a series as figures, newest first. */
export function barRows({ bars, reply }: ChartSeries): readonly BarFacts[] {
  const intraday = isIntraday(reply.freq);
  const clock = seriesClock(intraday, reply.zone);
  return Array.from(bars.time, (_, place) => barFacts(bars, bars.time.length - 1 - place, clock, intraday));
}

/** Columns of the bars' figures and of every indicator on the chart. */
export function barColumns({ bars, reply }: ChartSeries, computed: readonly ComputedIndicator[], t: TFunction, language: Language): readonly TableColumn<BarFacts>[] {
  const decimals = seriesDecimals(bars.close);
  const width = `${formatNumber(bars.close.reduce((most, value) => Math.max(most, value || 0), 0), decimals).length + 2}ch`;
  const price = (id: 'open' | 'high' | 'low' | 'close', header: string): TableColumn<BarFacts> => ({
    id, header, width, align: 'right', value: (row) => row[id], cell: (row) => formatNumber(row[id], decimals),
  });
  const hasAmount = bars.amount.some((value) => value === value);
  return [
    { id: 'date', header: t('bar.time'), width: isIntraday(reply.freq) ? '17ch' : '11ch', value: (row) => row.date },
    price('open', t('bar.open')),
    price('high', t('bar.high')),
    price('low', t('bar.low')),
    price('close', t('bar.close')),
    { id: 'change', header: t('bar.changeShare'), width: '9ch', align: 'right', value: (row) => row.changeShare, cell: (row) => <DirectionText value={row.changeShare} text={formatChange(row.changeShare)} /> },
    { id: 'volume', header: t('bar.volume'), width: '10ch', align: 'right', value: (row) => row.volume, cell: (row) => formatAmount(row.volume, language) },
    ...(hasAmount ? [{ id: 'amount', header: t('bar.amount'), width: '10ch', align: 'right' as const, value: (row: BarFacts) => row.amount, cell: (row: BarFacts) => formatAmount(row.amount, language) }] : []),
    ...computed.flatMap((indicator) => indicatorColumns(indicator, decimals, language)),
  ];
}

function indicatorColumns(computed: ComputedIndicator, priceDigits: number, language: Language): readonly TableColumn<BarFacts>[] {
  const title = indicatorTitle(computed, language);
  const outputs = Object.entries(computed.indicator.outputs);
  const format = computed.indicator.pane === 'price' ? (value: number) => formatNumber(value, priceDigits) : valueFormat(Object.values(computed.columns), language).format;
  return outputs.map(([name, output]) => ({
    id: `${computed.key}/${name}`,
    header: outputs.length === 1 ? title : `${title} ${output.label[language]}`,
    width: `${Math.max(10, Math.min(18, title.length + 8))}ch`,
    align: 'right',
    value: (row) => computed.columns[name]?.[row.index] ?? NaN,
    cell: (row) => format(computed.columns[name]?.[row.index] ?? NaN),
  }));
}
