import { barFlagNames } from '../../../shared/bar-flag.ts';
import type { ImportPreview, PreviewRow } from '../../../shared/contract/imports.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { symbolKey } from '../../../shared/symbol-text.ts';
import { formatTradingDate, formatUtc, type TradingDate, type UtcMs } from '../../../shared/time.ts';
import { makeCollector, rowLayout, type FileRequest } from './import-file.ts';
import { openImport } from './open-import.ts';
import { TextRowReader } from './text-row-reader.ts';

const shownRows = 50;
const shownCells = 40;

/** Reads the first rows the way an import would, and lists what must be asked first. Nothing is written. */
export async function previewFile({ path, name, options, now }: FileRequest): Promise<ImportPreview> {
  const { plan, source, encoding } = await openImport(path, name, options);
  const layout = rowLayout(plan, encoding);
  const show = (time: number): string =>
    isIntraday(plan.convention.freq) ? formatUtc(time as UtcMs) : formatTradingDate(time as TradingDate);
  const collector = makeCollector(plan, now);
  const reader = new TextRowReader(layout, collector, 1);
  const rows = plan.table.rows.slice(0, shownRows).map(({ line, cells }): PreviewRow => {
    const shown = (cells ?? []).slice(0, shownCells).map((cell) => cell.slice(0, 100).toWellFormed());
    const rule = cells === null ? 'quotes' : reader.readCells(cells);
    if (rule !== null) return { line, cells: shown, bar: null, rule };
    // One row at a time: the series taken out is the bar just read.
    const [series] = [...collector.take(true)].flat();
    if (series === undefined) return { line, cells: shown, bar: null, rule: null };
    const { instrument, columns } = series;
    const value = (column: Float64Array): number => column[0] ?? NaN;
    const optional = (column: Float64Array): number | null => (Number.isNaN(value(column)) ? null : value(column));
    return {
      line, cells: shown, rule: null,
      bar: {
        symbol: symbolKey(instrument), time: show(value(columns.time)),
        open: value(columns.open), high: value(columns.high), low: value(columns.low), close: value(columns.close),
        volume: optional(columns.volume), amount: optional(columns.amount), flags: barFlagNames(columns.flags[0] ?? 0),
      },
    };
  });
  return { name, bytes: source.totalBytes, plan: plan.shown, rows, questions: plan.questions, notes: plan.notes };
}
