import type { TFunction } from 'i18next';
import { isIntraday } from '../../../shared/frequency.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { changeShare, formatChange } from '../../../shared/format/format-change.ts';
import { formatCount, formatNumber } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { barTimeLabel } from '../../charts/time-label.ts';
import { seriesClock } from '../../charts/zone-clock.ts';
import type { BarFacts } from './bar-facts.ts';
import type { ChartSeries } from './chart-series.ts';

/** What a screen reader says of the chart as a whole. */
export function chartSummary({ bars, reply }: ChartSeries, t: TFunction): string {
  const count = bars.time.length;
  const decimals = seriesDecimals(bars.close);
  const intraday = isIntraday(reply.freq);
  const clock = seriesClock(intraday, reply.zone);
  const date = (index: number): string => barTimeLabel(clock(bars.time[index] ?? NaN), intraday);
  const highAt = extremeAt(bars.high, (value, best) => value > best);
  const lowAt = extremeAt(bars.low, (value, best) => value < best);
  const close = bars.close[count - 1] ?? NaN;
  return t('chart.summary', {
    symbol: reply.series.symbol,
    frequency: t(`chart.frequency.${reply.freq}`),
    bars: formatCount(count),
    from: date(0),
    to: date(count - 1),
    close: formatNumber(close, decimals),
    change: formatChange(changeShare(close, bars.close[count - 2] ?? NaN)),
    high: formatNumber(bars.high[highAt] ?? NaN, decimals),
    highDate: date(highAt),
    low: formatNumber(bars.low[lowAt] ?? NaN, decimals),
    lowDate: date(lowAt),
  });
}

/** What it says of the bar that the keys have moved to. */
export function spokenBar(facts: BarFacts, decimals: number, language: Language, t: TFunction): string {
  const price = (value: number): string => formatNumber(value, decimals);
  return t('chart.spokenBar', {
    date: facts.date, open: price(facts.open), high: price(facts.high), low: price(facts.low), close: price(facts.close),
    change: formatChange(facts.changeShare), volume: formatAmount(facts.volume, language),
  });
}

function extremeAt(column: Float64Array, better: (value: number, best: number) => boolean): number {
  let found = -1;
  column.forEach((value, index) => {
    if (value === value && (found === -1 || better(value, column[found] as number))) found = index;
  });
  return found;
}
