import { formatUtc } from '../../../shared/time.ts';
import type { Block, Chapter } from '../report-document.ts';
import type { ReportInput } from '../report-input.ts';
import { reportText } from '../report-messages.ts';

/** Where the figures come from, how old they are, and what was repaired on the way. */
export function provenanceChapter({ language, reply, bars, times }: ReportInput): Chapter {
  const { series, freshness } = reply;
  const rows = [
    [reportText(language, 'series'), `${series.symbol} ${reply.freq}`],
    [reportText(language, 'basis'), `${series.basis}, ${reply.adjust}`],
    [reportText(language, 'source'), `${series.origin}: ${series.source}`],
    [reportText(language, 'fetched'), formatUtc(series.fetchedAt)],
    [reportText(language, 'bars'), bars.time.length],
    [reportText(language, 'from'), times[0] ?? null],
    [reportText(language, 'to'), times.at(-1) ?? null],
  ];
  const notes: string[] = [];
  if (series.flagged.filled > 0) notes.push(reportText(language, 'flaggedFilled', { count: series.flagged.filled }));
  if (series.flagged.range > 0) notes.push(reportText(language, 'flaggedRange', { count: series.flagged.range }));
  if (series.flagged.amount > 0) notes.push(reportText(language, 'flaggedAmount', { count: series.flagged.amount }));
  if (series.flagged.revised > 0) notes.push(reportText(language, 'flaggedRevised', { count: series.flagged.revised }));
  const blocks: Block[] = [
    { kind: 'table', columns: [{ title: '', align: 'start' }, { title: '', align: 'start' }], rows },
  ];
  if ((freshness.state === 'stale' || freshness.state === 'failed') && freshness.sessionsBehind !== null && freshness.sessionsBehind > 0) {
    blocks.push({ kind: 'callout', tone: 'warning', text: reportText(language, 'stale', { sessions: freshness.sessionsBehind }) });
  }
  if (notes.length > 0) blocks.push({ kind: 'list', items: notes });
  return { id: 'provenance', title: reportText(language, 'provenance'), blocks };
}
