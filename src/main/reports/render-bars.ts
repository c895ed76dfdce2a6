import { barFlagNames } from '../../shared/bar-flag.ts';
import { finiteOrNull } from '../../shared/finite-or-null.ts';
import { csvText } from '../files/csv-text.ts';
import type { ReportInput } from './report-input.ts';

const columnNames = ['open', 'high', 'low', 'close', 'volume', 'amount'] as const;

/** The bars of a report as CSV that the importer takes back: symbol, time, the columns, the names of the flags. */
export function renderBarsCsv({ reply, bars, times }: ReportInput): string {
  const rows = times.map((time, index) => [
    time, reply.series.symbol, ...columnNames.map((name) => finiteOrNull(bars[name][index])), barFlagNames(bars.flags[index] ?? 0).join(' '),
  ]);
  return csvText([[times[0]?.includes('T') === true ? 'time' : 'date', 'symbol', ...columnNames, 'flags'], ...rows]);
}

/** The bars and their provenance as JSON, columns as arrays, missing values null. */
export function renderBarsJson({ reply, bars, times, name, demo }: ReportInput): string {
  const { series } = reply;
  const content = {
    kind: 'chartroom-bars',
    symbol: series.symbol,
    name,
    asOf: times.at(-1) ?? null,
    source: series.source,
    origin: series.origin,
    basis: series.basis,
    freq: reply.freq,
    adjust: reply.adjust,
    zone: reply.zone,
    demo,
    bars: times.length,
    [times[0]?.includes('T') === true ? 'times' : 'dates']: times,
    ...Object.fromEntries(columnNames.map((column) => [column, Array.from(bars[column], finiteOrNull)])),
    flags: Array.from(bars.flags),
  };
  return `${JSON.stringify(content)}\n`;
}
