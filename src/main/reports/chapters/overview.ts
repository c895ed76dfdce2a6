import { formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { shownDirection } from '../../../shared/format/shown-direction.ts';
import type { Chapter } from '../report-document.ts';
import type { ReportInput } from '../report-input.ts';
import { reportText, type ReportMessage } from '../report-messages.ts';
import { volumeDecimals } from '../volume-decimals.ts';

const longBars = 250;

/** The figures one looks at first. */
export function overviewChapter({ language, bars }: ReportInput): Chapter {
  const last = bars.time.length - 1;
  const close = bars.close[last] as number;
  const previous = bars.close[last - 1] ?? NaN;
  const from = Math.max(0, last + 1 - longBars);
  const high = Math.max(...bars.high.subarray(from));
  const low = Math.min(...bars.low.subarray(from));
  const change = (back: number): number => (last - back < 0 ? NaN : close / (bars.close[last - back] as number) - 1);
  const price = (value: number): string => formatNumber(value, seriesDecimals(bars.close));
  const volume = (value: number): string => formatNumber(value, volumeDecimals(bars.volume));
  const fact = (label: ReportMessage, value: string, direction = 0) => ({ label: reportText(language, label), value, tone: shownDirection(direction, value) ?? ('flat' as const) });
  const facts = [
    fact('close', price(close)),
    fact('change', formatChange(close / previous - 1), close - previous),
    fact('change20', formatChange(change(20)), change(20)),
    fact('change250', formatChange(change(250)), change(250)),
    fact('range250', `${price(low)} – ${price(high)}`),
    fact('drawdown', formatChange(close / high - 1), close - high),
    fact('volume', volume(bars.volume[last] as number)),
    fact('volumeMean', volume(last < 19 ? NaN : mean(bars.volume.subarray(last - 19)))),
  ];
  return { id: 'overview', title: reportText(language, 'overview'), blocks: [{ kind: 'facts', facts }] };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
