import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldingFigures, PortfolioAnalysis } from '../../../shared/contract/portfolio-figures.ts';
import { formatPercent } from '../../../shared/format/format-change.ts';
import { formatCount } from '../../../shared/format/format-number.ts';
import type { Chart } from '../../charts/chart.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { holdingColumns } from './holding-columns.tsx';
import { PortfolioFigures } from './portfolio-figures.tsx';
import styles from './portfolios-page.module.css';
import { valueChartModel } from './value-chart-model.ts';

/** One portfolio: what its figures stand on, the figures, its worth by day, and what it holds. */
export function PortfolioView({ analysis }: { readonly analysis: PortfolioAnalysis }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { navigation } = useDesk();
  const columns = useMemo(() => holdingColumns(t, language), [t, language]);
  const labels = useMemo(() => ({ value: t('portfolio.column.value'), invested: t('portfolio.invested') }), [t]);
  const model = useMemo(() => valueChartModel(analysis, labels, language), [analysis, labels, language]);
  const chart = useRef<Chart | null>(null);
  // The whole time it was held, not the newest bars alone.
  useEffect(() => chart.current?.run('wholeSeries'), []);
  const { from, asOf, excluded, holdings } = analysis;
  const left = excluded.map(({ symbol, reason }) => `${symbol} (${t(`portfolio.excluded.${reason}`)})`).join(', ');
  const basis = t('portfolio.basis', {
    from, asOf, days: formatCount(analysis.days), bars: formatCount(analysis.bars), symbols: formatPercent(analysis.coverage),
    carried: formatCount(analysis.carriedCloses), source: analysis.source,
  });
  return (
    <div className={styles.view}>
      {left !== '' && <p role="alert" className={styles.warning}>{t('portfolio.excluded', { symbols: left })}</p>}
      <PortfolioFigures analysis={analysis} />
      <p className={styles.basis} title={basis}>{basis}</p>
      <div className={styles.chart}>
        <ChartView model={model} summary={t('portfolio.chart', { from, asOf })} roleText={t('chart.role')} onOpen={(opened) => (chart.current = opened)} />
      </div>
      <div className={styles.holdings}>
        <DataTable
          id="holdings"
          label={t('portfolio.holdings')}
          rows={holdings}
          columns={columns}
          rowId={rowId}
          onOpen={(symbol) => navigation.getState().openSymbol(symbol)}
        />
      </div>
    </div>
  );
}

function rowId({ symbol }: HoldingFigures): string {
  return symbol;
}
