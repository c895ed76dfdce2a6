import { computeIndicator } from '../../../analysis/indicators/compute-indicator.ts';
import { sma } from '../../../analysis/indicators/sma.ts';
import { sliceBars } from '../../../shared/bars.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { priceChart } from '../price-chart.ts';
import type { Block, Chapter } from '../report-document.ts';
import type { ReportInput } from '../report-input.ts';
import { reportText } from '../report-messages.ts';

const shownBars = 250;
const periods = [5, 20, 60, 120] as const;

/** The chart of the last year, the averages drawn in it, and the newest bars as figures. */
export function priceChapter(input: ReportInput): Chapter {
  const { language, bars, times } = input;
  const count = bars.time.length;
  const from = Math.max(0, count - shownBars);
  const averages = periods.map((period, order) => ({ period, className: `s${order + 1}`, values: computeIndicator(sma, { close: bars.close }, { period }).sma }));
  const decimals = seriesDecimals(bars.close);
  const svg = priceChart({
    decimals,
    bars: sliceBars(bars, from, count),
    label: (index) => times[from + index] ?? '',
    lines: averages.map(({ period, className, values }) => ({ className, label: `MA${period}`, values: values.subarray(from) })),
    caption: `${input.code} ${input.name ?? ''}`.trim(),
  });
  const close = bars.close[count - 1] as number;
  const blocks: Block[] = [
    { kind: 'chart', figure: { svg, caption: reportText(language, 'chartCaption', { symbol: input.reply.series.symbol, bars: count - from }) } },
    {
      kind: 'table',
      columns: [
        { title: reportText(language, 'average'), align: 'start' },
        { title: reportText(language, 'value'), align: 'end' },
        { title: reportText(language, 'distance'), align: 'end' },
      ],
      rows: averages.map(({ period, values }) => {
        const value = values[count - 1] as number;
        if (Number.isNaN(value)) return [`MA${period}`, reportText(language, 'needsBars', { needed: period, bars: count }), null];
        return [`MA${period}`, formatNumber(value, decimals), formatChange(close / value - 1)];
      }),
    },
  ];
  return { id: 'price', title: reportText(language, 'chart'), blocks };
}
