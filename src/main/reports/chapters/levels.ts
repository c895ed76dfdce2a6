import { levels } from '../../../analysis/models/levels.ts';
import { formatChange } from '../../../shared/format/format-change.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { messageCatalog, type MessageKey } from '../../../shared/i18n/message-catalog.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import { closedBars } from '../../api/analyze/closed-bars.ts';
import type { Cell, Chapter } from '../report-document.ts';
import type { ReportInput } from '../report-input.ts';

/** Support and resistance around the last closed bar, the farthest resistance first, as they lie on the chart. */
export function levelsChapter({ language, bars, tickSize }: ReportInput): Chapter {
  const found = levels(closedBars(bars), tickSize);
  const text = (key: MessageKey): string => messageCatalog[key][language];
  const row = (side: 'support' | 'resistance') => ({ price, distancePercent, sources }: NonNullable<typeof found>['supports'][number]): Cell[] => [
    text(`levels.${side}`), price, formatChange((side === 'support' ? -distancePercent : distancePercent) / 100), sources.map((source) => modelText(`level.${source}`, language)).join(' + '),
  ];
  const rows = found === null ? [] : [
    ...found.resistances.toReversed().map(row('resistance')),
    [text('levels.close'), found.close, null, text('levels.here')],
    ...found.supports.map(row('support')),
  ];
  const columns = [
    { title: text('levels.column.side'), align: 'start' as const },
    { title: text('levels.column.price'), align: 'end' as const, decimals: seriesDecimals(bars.close) },
    { title: text('levels.column.distance'), align: 'end' as const },
    { title: text('levels.column.reason'), align: 'start' as const },
  ];
  return { id: 'levels', title: text('levels.title'), blocks: [{ kind: 'table', columns, rows }] };
}
