import { allocateBars } from '../../../shared/bars.ts';
import type { PortfolioAnalysis } from '../../../shared/contract/portfolio-figures.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { parseTradingDate } from '../../../shared/time.ts';
import type { ChartModel } from '../../charts/chart-model.ts';
import { lineOverlay } from '../../charts/overlays/line-overlay.ts';

/** Worth and what was paid in, as two lines over the days valued. */
export function valueChartModel({ portfolio, series }: PortfolioAnalysis, labels: { readonly value: string; readonly invested: string }, language: Language): ChartModel {
  const bars = allocateBars(series.dates.length);
  const invested = Float64Array.from(series.invested);
  series.dates.forEach((date, index) => {
    const value = series.value[index] ?? NaN;
    bars.time[index] = parseTradingDate(date) ?? NaN;
    for (const column of [bars.open, bars.high, bars.low, bars.close]) column[index] = value;
  });
  const format = (value: number): string => formatNumber(value, 2);
  return {
    key: `portfolio ${portfolio}`,
    bars,
    intraday: false,
    zone: 'UTC',
    scale: 'linear',
    language,
    panes: [{
      id: 'value', title: '', weight: 100, axis: 'value', decimals: 2,
      format: (value, decimals) => (Math.abs(value) >= 1e5 ? formatAmount(value, language) : formatNumber(value, decimals)),
      overlays: [
        lineOverlay('invested', labels.invested, invested, { color: 'muted', dashed: true }, format),
        lineOverlay('value', labels.value, bars.close, { color: 'accent', width: 1.5 }, format),
      ],
    }],
  };
}
