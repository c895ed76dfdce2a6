import { formatCount } from '../../../shared/format/format-number.ts';
import { formatMinute } from '../../../shared/format/format-minute.ts';
import { messageCatalog } from '../../../shared/i18n/message-catalog.ts';
import type { Block, Chapter } from '../report-document.ts';
import type { ReportInput } from '../report-input.ts';
import { reportText } from '../report-messages.ts';

/** Where the figures come from, how old they are, and what was repaired on the way. */
export function provenanceChapter({ language, reply, bars, times }: ReportInput): Chapter {
  const { series, freshness } = reply;
  const rows = [
    [reportText(language, 'series'), `${series.symbol} ${reply.freq}`],
    [reportText(language, 'basis'), messageCatalog[`series.basis.${series.basis}`][language]],
    [reportText(language, 'source'), `${series.origin}: ${series.source}`],
    [reportText(language, 'fetched'), `${formatMinute(series.fetchedAt)} UTC`],
    [reportText(language, 'bars'), formatCount(bars.time.length)],
    [reportText(language, 'from'), times[0] ?? null],
    [reportText(language, 'to'), times.at(-1) ?? null],
  ];
  const notes: string[] = [];
  if (series.flagged.filled > 0) notes.push(reportText(language, 'flaggedFilled', { count: formatCount(series.flagged.filled) }));
  if (series.flagged.range > 0) notes.push(reportText(language, 'flaggedRange', { count: formatCount(series.flagged.range) }));
  if (series.flagged.amount > 0) notes.push(reportText(language, 'flaggedAmount', { count: formatCount(series.flagged.amount) }));
  if (series.flagged.revised > 0) notes.push(reportText(language, 'flaggedRevised', { count: formatCount(series.flagged.revised) }));
  const blocks: Block[] = [
    { kind: 'table', columns: [{ title: '', align: 'start' }, { title: '', align: 'start' }], rows },
  ];
  if ((freshness.state === 'stale' || freshness.state === 'failed') && freshness.sessionsBehind !== null && freshness.sessionsBehind > 0) {
    blocks.push({ kind: 'callout', tone: 'warning', text: reportText(language, 'stale', { sessions: formatCount(freshness.sessionsBehind) }) });
  }
  if (notes.length > 0) blocks.push({ kind: 'list', items: notes });
  return { id: 'provenance', title: reportText(language, 'provenance'), blocks };
}
