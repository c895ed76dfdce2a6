import { finiteOrNull } from '../../../shared/finite-or-null.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import type { Chapter } from '../report-document.ts';
import type { ReportInput } from '../report-input.ts';
import { reportText } from '../report-messages.ts';
import { volumeDecimals } from '../volume-decimals.ts';

const shownBars = 20;

/** The newest bars as figures, newest first. */
export function recentBarsChapter({ language, bars, times }: ReportInput): Chapter {
  const count = bars.time.length;
  const decimals = seriesDecimals(bars.close);
  const columns = (['time', 'open', 'high', 'low', 'close', 'volume'] as const).map((name) => ({
    title: reportText(language, name),
    ...(name === 'time' ? { align: 'start' as const } : { align: 'end' as const, decimals: name === 'volume' ? volumeDecimals(bars.volume) : decimals }),
  }));
  const rows = Array.from({ length: Math.min(shownBars, count) }, (_, back) => {
    const index = count - 1 - back;
    return [times[index] ?? null, ...[bars.open, bars.high, bars.low, bars.close, bars.volume].map((column) => finiteOrNull(column[index]))];
  });
  return { id: 'recent', title: reportText(language, 'recent'), blocks: [{ kind: 'table', columns, rows }] };
}
