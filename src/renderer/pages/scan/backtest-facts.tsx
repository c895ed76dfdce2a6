import { useTranslation } from 'react-i18next';
import type { BacktestAnswer } from '../../../shared/contract/backtest-figures.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatChange, formatPercent } from '../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../shared/format/format-number.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { DirectionText } from '../../components/direction-text.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { Fact, FactsList } from '../symbol/facts-list.tsx';
import styles from './scan-tools.module.css';

/** What a back-test came to, and which orders could not be filled. */
export function BacktestFacts({ answer: { statistics, from, to, entry, exit, unfilled, assumedRules } }: { readonly answer: BacktestAnswer }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const reasons = new Map<string, number>();
  for (const { reason } of unfilled) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return (
    <div className={styles.inspector}>
      <h2 className={styles.title}>{t('backtest.title')}</h2>
      <p className={styles.note}>{from} – {to}</p>
      <FactsList>
        <Fact name={t('backtest.return')}><DirectionText value={statistics.returnPercent} text={formatChange(statistics.returnPercent / 100)} /></Fact>
        <Fact name={t('backtest.final')}>{formatAmount(statistics.finalValue, language)}</Fact>
        <Fact name={t('backtest.annualReturn')}>{formatChange(statistics.annualReturn)}</Fact>
        <Fact name={t('backtest.annualVolatility')}>{formatPercent(statistics.annualVolatility, 1)}</Fact>
        <Fact name={t('backtest.maxDrawdown')}>{formatPercent(statistics.maxDrawdown, 1)}</Fact>
        <Fact name={t('backtest.sharpe')}>{formatNumber(statistics.sharpe, 2)}</Fact>
        <Fact name={t('backtest.sortino')}>{formatNumber(statistics.sortino, 2)}</Fact>
        <Fact name={t('backtest.closed')}>{formatCount(statistics.closedTrades)}</Fact>
        <Fact name={t('backtest.winRate')}>{formatPercent(statistics.winRate, 1)}</Fact>
        <Fact name={t('backtest.payoff')}>{formatNumber(statistics.payoffRatio, 2)}</Fact>
        <Fact name={t('backtest.profitFactor')}>{formatNumber(statistics.profitFactor, 2)}</Fact>
        <Fact name={t('backtest.exposure')}>{formatPercent(statistics.exposure)}</Fact>
        {[...reasons].map(([reason, count]) => <Fact key={reason} name={t('backtest.unfilled', { reason: modelText(`unfilled.${reason}`, language) })}>{formatCount(count)}</Fact>)}
      </FactsList>
      <p className={styles.note}>{t('backtest.entry')}</p>
      <code className={styles.code}>{entry}</code>
      <p className={styles.note}>{t('backtest.exit')}</p>
      <code className={styles.code}>{exit}</code>
      {assumedRules && <p className={styles.warning}>{t('backtest.assumed')}</p>}
      <p className={styles.note}>{t('backtest.notAdvice')}</p>
    </div>
  );
}
