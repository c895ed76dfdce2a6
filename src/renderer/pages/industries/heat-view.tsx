import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndustryHeatRow, IndustrySeriesAnswer } from '../../../shared/contract/industries.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatChange, formatPercent } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { csvText } from '../../components/csv-text.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DirectionText } from '../../components/direction-text.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { saveText } from '../../components/save-text.ts';
import { SelectField } from '../../components/select-field.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import type { TableColumn } from '../../components/table-column.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { RankChange } from '../../universe/rank-change.tsx';
import { useScope } from '../../universe/use-scope.ts';
import { ScanFrame } from '../scan/scan-frame.tsx';
import styles from '../scan/scan-tools.module.css';
import type { IndustryViewProps } from './map-view.tsx';
import { NoIndustries } from './no-industries.tsx';

const orders = ['rankHeat', 'meanRankHeat', 'metricSum', 'metricMean'] as const;
const none: readonly IndustryHeatRow[] = [];

/** Industries by the weight of their members' ranks, and how their places moved. */
export function HeatView({ choice, selected, onSelect }: IndustryViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const scope = useScope();
  const [k, setK] = useState(0.618);
  const [back, setBack] = useState(1);
  const [sortBy, setSortBy] = useState<(typeof orders)[number]>('rankHeat');
  const { answer, isOther, reload } = useAnswer('industries.heat', { ...scope, k, sortBy, back });
  const { answer: course } = useAnswer('industries.series', { ...scope, k, sortBy, limit: 100 });
  const columns = useMemo(() => heatColumns(t, language, course.value?.series ?? []), [t, language, course.value]);
  const rows = answer.value?.rows ?? none;
  const tools = (
    <div className={styles.tools}>
      {choice}
      <div className={styles.choice}>
        <SelectField label={t('industries.sortBy')} value={sortBy} choices={orders.map((value) => ({ value, label: t(`industries.sortBy.${value}`) }))} onChange={(value) => setSortBy(orders.find((one) => one === value) ?? 'rankHeat')} />
      </div>
      <NumberField label={t('industries.k')} value={k} min={0} max={3} step={0.001} onChange={setK} />
      <NumberField label={t('industries.back')} value={back} min={1} max={250} step={1} onChange={setBack} />
    </div>
  );
  return (
    <ScanFrame title={t('nav.industries')} hint={t('industries.heat.hint')} answer={answer} isOther={isOther} onRetry={() => void reload()} tools={tools} onExport={rows.length === 0 ? null : () => saveText(csvText(columns, rows), `industries-${answer.value?.asOf ?? ''}`, 'csv')}>
      {(found) => (found.rows.length === 0 ? <NoIndustries /> : <DataTable id="industry-heat" label={t('industries.view.heat')} rows={found.rows} columns={columns} rowId={industryOf} selected={selected} onSelect={onSelect} />)}
    </ScanFrame>
  );
}

function industryOf({ industry }: IndustryHeatRow): string {
  return industry;
}

function heatColumns(t: TFunction, language: Language, series: IndustrySeriesAnswer['series']): readonly TableColumn<IndustryHeatRow>[] {
  const ranksOf = new Map(series.map(({ industry, days }) => [industry, days.map(({ rank }) => rank)]));
  const figure = (id: 'rankHeat' | 'meanRankHeat' | 'metricSum' | 'metricMean', isExtra = false): TableColumn<IndustryHeatRow> => ({
    id, header: t(`industries.sortBy.${id}`), width: '12ch', align: 'right', isExtra, value: (row) => row[id], cell: (row) => formatNumber(row[id], id === 'metricSum' ? 0 : id === 'metricMean' ? 1 : 3),
  });
  return [
    { id: 'industry', header: t('rank.column.industry'), width: 'minmax(176px, 1.5fr)', value: ({ industry }) => industryName(industry, language), cell: ({ industry }) => <strong title={industry}>{industryName(industry, language)}</strong> },
    { id: 'rank', header: t('rank.column.rank'), width: '7ch', align: 'right', value: ({ rank }) => rank },
    { id: 'change', header: t('rank.column.rankChange'), width: '8ch', align: 'right', value: ({ change }) => change, cell: ({ rank, previousRank }) => <RankChange rank={rank} previousRank={previousRank} /> },
    {
      id: 'course',
      header: t('industries.places'),
      width: '88px',
      value: ({ industry }) => (ranksOf.get(industry) ?? []).map((rank) => rank ?? '–').join(' '),
      cell: ({ industry }) => <span title={(ranksOf.get(industry) ?? []).join(' ')}><Sparkline values={(ranksOf.get(industry) ?? []).map((rank) => -(rank ?? NaN))} /></span>,
    },
    figure('rankHeat'),
    figure('meanRankHeat'),
    figure('metricSum', true),
    figure('metricMean'),
    { id: 'count', header: t('industries.members'), width: '9ch', align: 'right', value: ({ count }) => count },
    { id: 'changePercent', header: t('list.column.change'), width: '9ch', align: 'right', value: ({ changePercent }) => changePercent, cell: ({ changePercent }) => <DirectionText value={changePercent ?? NaN} text={formatChange(changePercent === null ? null : changePercent / 100)} /> },
    { id: 'amount', header: t('rank.column.amount'), width: '11ch', align: 'right', value: ({ amount }) => amount, cell: ({ amount }) => formatAmount(amount, language) },
    {
      id: 'netFlow',
      header: t('industries.netFlow'),
      width: '11ch',
      align: 'right',
      value: ({ netFlow }) => netFlow,
      cell: ({ netFlow, flowMembers, count }) => <span title={t('industries.netFlow.known', { known: flowMembers, count })}>{netFlow === null ? '–' : <DirectionText value={netFlow} text={`${netFlow > 0 ? '+' : ''}${formatAmount(netFlow, language)}`} />}</span>,
    },
    { id: 'coverage', header: t('industries.coverage'), width: '9ch', align: 'right', value: ({ coverage }) => coverage, cell: ({ coverage }) => formatPercent(coverage, 0) },
    { id: 'state', header: t('industries.state'), width: '12ch', value: ({ score }) => score, cell: ({ score, state }) => (state === null ? '–' : `${formatNumber(score, 0)} · ${modelText(`industryState.${state}`, language)}`) },
  ];
}
