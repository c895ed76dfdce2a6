import type { Chapter } from '../report-document.ts';
import { countText, percentText, priceText, toneOf } from '../figure-text.ts';
import type { ReportInput } from '../report-input.ts';
import { reportText, type ReportMessage } from '../report-messages.ts';

const yearBars = 250;

/** The figures one looks at first. */
export function overviewChapter({ language, bars }: ReportInput): Chapter {
  const last = bars.time.length - 1;
  const close = bars.close[last] as number;
  const previous = bars.close[last - 1] ?? NaN;
  const from = Math.max(0, last + 1 - yearBars);
  const high = Math.max(...bars.high.subarray(from));
  const low = Math.min(...bars.low.subarray(from));
  const change = (back: number): number => (last - back < 0 ? NaN : close / (bars.close[last - back] as number) - 1);
  const fact = (label: ReportMessage, value: string, direction = 0) => ({ label: reportText(language, label), value, tone: toneOf(direction) });
  const facts = [
    fact('close', priceText(close)),
    fact('change', percentText(close / previous - 1), close - previous),
    fact('change20', percentText(change(20)), change(20)),
    fact('change250', percentText(change(250)), change(250)),
    fact('range52', `${priceText(low)} – ${priceText(high)}`),
    fact('drawdown', percentText(close / high - 1), close - high),
    fact('volume', countText(bars.volume[last])),
    fact('volumeMean', last < 19 ? '–' : countText(mean(bars.volume.subarray(last - 19)))),
  ];
  return { id: 'overview', title: reportText(language, 'overview'), blocks: [{ kind: 'facts', facts }] };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
