import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { IndustryTrendAnswer } from '../../../shared/contract/industries.ts';
import { formatPercent } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import { NumberField } from '../../components/number-field.tsx';
import { Sparkline } from '../../components/sparkline.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useAnswer } from '../../stores/use-answer.ts';
import { useScope } from '../../universe/use-scope.ts';
import { ScanFrame } from '../scan/scan-frame.tsx';
import tools from '../scan/scan-tools.module.css';
import type { IndustryViewProps } from './map-view.tsx';
import { NoIndustries } from './no-industries.tsx';
import styles from './trend-view.module.css';

/** How the top ranks divided into industries, day by day, and how that compares with their share of the universe. */
export function TrendView({ choice, selected, onSelect }: IndustryViewProps) {
  const { t } = useTranslation();
  const scope = useScope();
  const [period, setPeriod] = useState(14);
  const symbols = useStore(useDesk().symbols, ({ rows }) => rows.value?.length ?? 0);
  const [chosenTop, setTop] = useState<number | null>(null);
  // Among few symbols a hundred are all of them, and then every share is that of the universe.
  const top = chosenTop ?? Math.max(1, Math.min(100, Math.ceil(symbols / 5)));
  const { answer, isOther, reload } = useAnswer('industries.trend', { ...scope, period, top });
  const bar = (
    <div className={tools.tools}>
      {choice}
      <NumberField label={t('industries.period')} value={period} min={1} max={250} step={1} onChange={setPeriod} />
      <NumberField label={t('industries.top')} value={top} min={1} max={20_000} step={1} onChange={setTop} />
    </div>
  );
  return (
    <ScanFrame title={t('nav.industries')} hint={t('industries.trend.hint')} answer={answer} isOther={isOther} onRetry={() => void reload()} onExport={null} tools={bar}>
      {(found) => (found.industries.length <= 1 ? <NoIndustries /> : <TrendTable answer={found} selected={selected} onSelect={onSelect} />)}
    </ScanFrame>
  );
}

function TrendTable({ answer: { industries, days, statistics }, selected, onSelect }: { readonly answer: IndustryTrendAnswer } & Omit<IndustryViewProps, 'choice'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const most = Math.max(1, ...days.flatMap(({ counts }) => counts));
  const shown = days.slice(-14);
  return (
    <div className={styles.scroller} tabIndex={-1}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('rank.column.industry')}</th>
            <th scope="col" className={styles.figure}>{t('industries.share')}</th>
            <th scope="col" className={styles.figure}>{t('industries.lift')}</th>
            <th scope="col">{t('industries.course')}</th>
            {shown.map(({ date }) => <th key={date} scope="col" className={styles.day} title={date}>{date.slice(5)}</th>)}
          </tr>
        </thead>
        <tbody>
          {statistics.map(({ industry, percentage, lift }) => {
            const column = industries.indexOf(industry);
            const name = industry === null ? t('industry.unknown') : industryName(industry, language);
            return (
              <tr key={name} data-selected={industry !== null && industry === selected ? true : undefined}>
                <th scope="row">
                  {industry === null ? <span className={styles.unknown}>{name}</span> : <button type="button" className={styles.name} aria-pressed={industry === selected} onClick={() => onSelect(industry)}>{name}</button>}
                </th>
                <td className={styles.figure}>{formatPercent(percentage / 100, 1)}</td>
                <td className={styles.figure}>{formatNumber(lift, 2)}</td>
                <td><Sparkline values={days.map(({ counts }) => counts[column] ?? 0)} /></td>
                {shown.map(({ date, counts }) => {
                  const count = counts[column] ?? 0;
                  return <td key={date} className={styles.cell} data-step={count === 0 ? 0 : Math.ceil((count / most) * 5)}>{count}</td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
