import { useTranslation } from 'react-i18next';
import type { PortfolioAnalysis } from '../../../shared/contract/portfolio-figures.ts';
import { formatChange, formatPercent } from '../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../shared/format/format-number.ts';
import { industryName } from '../../../shared/i18n/industry-name.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './portfolios-page.module.css';

/** Returns, risk, and what they are measured against. */
export function PortfolioFigures({ analysis }: { readonly analysis: PortfolioAnalysis }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cash, currency, drawdown, tails, benchmark, risk } = analysis;
  const change = (share: number | null) => <DirectionText value={share ?? NaN} text={formatChange(share)} />;
  const paidIn = analysis.series.invested.at(-1) ?? null;
  const heaviest = risk?.industries[0];
  const benchmarkName = benchmark?.name === 'equalWeight' ? t('portfolio.equalWeight', { count: benchmark.symbols, formatted: formatCount(benchmark.symbols) }) : (benchmark?.name ?? '');
  return (
    <dl className={styles.figures}>
      <Figure name={t('portfolio.value', { currency })}>{formatNumber(analysis.value, 2)}</Figure>
      <Figure name={t('portfolio.invested')} note={`${t('portfolio.cash')}: ${cash.mode === 'implied' ? t('portfolio.cash.implied') : formatNumber(cash.balance, 2)}`}>
        {formatNumber(paidIn, 2)}
      </Figure>
      <Figure name={t('portfolio.twr')}>{change(analysis.timeWeightedReturn)}</Figure>
      <Figure name={t('portfolio.xirr')}>{change(analysis.internalRateOfReturn)}</Figure>
      <Figure name={t('portfolio.cagr')}>{change(analysis.cagr)}</Figure>
      <Figure name={t('portfolio.volatility')}>{formatPercent(analysis.volatility, 2)}</Figure>
      <Figure name={t('portfolio.sharpe')}>{formatNumber(analysis.sharpe, 2)}</Figure>
      <Figure name={t('portfolio.sortino')}>{formatNumber(analysis.sortino, 2)}</Figure>
      <Figure name={t('portfolio.drawdown')} note={drawdown === null ? '' : t('portfolio.drawdownDates', { peak: drawdown.peak, trough: drawdown.trough })}>
        {change(drawdown?.depth ?? null)}
      </Figure>
      {tails.map(({ method, confidence, valueAtRisk, conditional }) => (
        <Figure key={method} name={t('portfolio.tail', { confidence: formatPercent(confidence), method: t(method === 'normal' ? 'portfolio.tail.normal' : 'portfolio.tail.historical') })}>
          {`${formatPercent(valueAtRisk, 2)} / ${formatPercent(conditional, 2)}`}
        </Figure>
      ))}
      <Figure name={t('portfolio.beta')} note={benchmark === null ? '' : t('portfolio.benchmark', { name: benchmarkName, dates: formatCount(benchmark.commonDates) })}>
        {`${formatNumber(benchmark?.beta ?? null, 2)} / ${formatNumber(benchmark?.correlation ?? null, 2)}`}
      </Figure>
      <Figure name={t('portfolio.risk')} note={`${t('portfolio.highRisk')}: ${formatPercent(risk?.highRiskWeight ?? null)}`}>
        {risk === null || risk.level === null ? formatNumber(null, 0) : `${formatNumber(risk.total, 0)} · ${modelText(`riskLevel.${risk.level}`, language)}`}
      </Figure>
      {heaviest !== undefined && (
        <Figure name={t('portfolio.heaviest')} note={heaviest.industry === null ? t('portfolio.noIndustry') : industryName(heaviest.industry, language)}>{formatPercent(heaviest.weight)}</Figure>
      )}
    </dl>
  );
}

function Figure({ name, note = '', children }: { readonly name: string; readonly note?: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt title={name}>{name}</dt>
      <dd>{children}</dd>
      {note !== '' && <dd className={styles.note} title={note}>{note}</dd>}
    </div>
  );
}
