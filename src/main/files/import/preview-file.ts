import { stat } from 'node:fs/promises';
import { AppError } from '../../../shared/app-error.ts';
import { barFlagNames } from '../../../shared/bar-flag.ts';
import type { BarsPreview, PreviewRow } from '../../../shared/contract/imports.ts';
import { symbolKey } from '../../../shared/symbol-text.ts';
import type { CollectedSeries } from './bar-collector.ts';
import { folderFiles } from './folder-files.ts';
import { makeCollector, rowLayout, shownTime, type FileRequest } from './import-file.ts';
import { openImport } from './open-import.ts';
import type { ReadPlan } from './read-plan.ts';
import { TextRowReader } from './text-row-reader.ts';

const shownRows = 50;
const shownCells = 40;

/** Reads the first rows the way an import would, and lists what must be asked first; of a folder, its first file. Nothing is written. */
export async function previewFile(request: FileRequest): Promise<BarsPreview> {
  const info = await stat(request.path).catch(() => null);
  const file = info?.isDirectory() === true ? await firstOf(request.path) : request;
  const { plan, source, encoding } = await openImport(file.path, file.name, request.options);
  const collector = makeCollector(plan, request.now);
  const reader = new TextRowReader(await rowLayout(plan, encoding, request), collector, 1);
  const rows = plan.table.rows.slice(0, shownRows).map(({ line, cells }): PreviewRow => {
    const shown = (cells ?? []).slice(0, shownCells).map((cell) => cell.slice(0, 100).toWellFormed());
    const rule = cells === null ? 'quotes' : reader.readCells(cells);
    // One row at a time: the series taken out is the bar just read.
    const [series] = [...collector.take(true)].flat();
    // What still waits for an answer is neither a bar nor rejected.
    const waits = plan.openDateFormats.length > 1 || (rule === 'symbol' && plan.questions.length > 0);
    return { line, cells: shown, bar: series === undefined || waits ? null : shownBar(series, plan), rule: waits ? null : rule };
  });
  return { kind: 'bars', name: request.name, bytes: source.totalBytes, plan: plan.shown, rows, questions: plan.questions, notes: plan.notes };
}

async function firstOf(folder: string): Promise<{ path: string; name: string }> {
  const [first] = await folderFiles(folder);
  if (first === undefined) throw new AppError('import.noFiles');
  return first;
}

function shownBar({ instrument, columns }: CollectedSeries, plan: ReadPlan): PreviewRow['bar'] {
  const value = (column: Float64Array): number => column[0] ?? NaN;
  const optional = (column: Float64Array): number | null => (Number.isNaN(value(column)) ? null : value(column));
  return {
    symbol: symbolKey(instrument), time: shownTime(value(columns.time), plan.convention.freq) ?? '',
    open: value(columns.open), high: value(columns.high), low: value(columns.low), close: value(columns.close),
    volume: optional(columns.volume), amount: optional(columns.amount), flags: barFlagNames(columns.flags[0] ?? 0),
  };
}
