import type { Chapter } from '../report-document.ts';
import type { ReportInput } from '../report-input.ts';
import { reportText } from '../report-messages.ts';

const shownBars = 20;

/** The newest bars as figures, newest first. */
export function recentBarsChapter({ language, bars, times }: ReportInput): Chapter {
  const count = bars.time.length;
  const columns = (['time', 'open', 'high', 'low', 'close', 'volume'] as const).map((name) => ({
    title: reportText(language, name),
    align: name === 'time' ? ('start' as const) : ('end' as const),
  }));
  const rows = Array.from({ length: Math.min(shownBars, count) }, (_, back) => {
    const index = count - 1 - back;
    return [times[index] ?? null, ...[bars.open, bars.high, bars.low, bars.close, bars.volume].map((column) => finite(column[index]))];
  });
  return { id: 'recent', title: reportText(language, 'recent'), blocks: [{ kind: 'table', columns, rows }] };
}

function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
