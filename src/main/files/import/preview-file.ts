import { AppError } from '../../../shared/app-error.ts';
import { barFlagNames } from '../../../shared/bar-flag.ts';
import type { BarsPreview, PreviewRow } from '../../../shared/contract/imports.ts';
import { symbolKey } from '../../../shared/symbol-text.ts';
import type { CollectedSeries } from './bar-collector.ts';
import { makeCollector, rowLayout, shownTime } from './import-file.ts';
import type { ImportRequest } from './import-files.ts';
import { openImport, type OpenedImport } from './open-import.ts';
import type { ReadPlan } from './read-plan.ts';
import { isSkipRule } from './row-rules.ts';
import { sourceFiles } from './source-files.ts';
import { TextRowReader } from './text-row-reader.ts';

const shownRows = 50;
const shownCells = 40;
const triedFiles = 20;

/** Reads the first rows the way an import would, and lists what must be asked first; of a folder or archive, its first file that can be read. Nothing is written. */
export async function previewFile(request: ImportRequest): Promise<BarsPreview> {
  const { bytes, opened } = await firstReadable(request);
  const { plan, encoding } = opened;
  const collector = makeCollector(plan, request.now);
  const reader = new TextRowReader(await rowLayout(plan, encoding, request), collector, 1);
  const rows = plan.table.rows.slice(0, shownRows).map(({ line, cells }): PreviewRow => {
    const shown = (cells ?? []).slice(0, shownCells).map((cell) => cell.slice(0, 100).toWellFormed());
    const rule = cells === null ? 'quotes' : reader.readCells(cells);
    // One row at a time: the series taken out is the bar just read.
    const [series] = [...collector.take(true)].flat();
    // What still waits for an answer is neither a bar nor rejected.
    const waits = plan.openDateFormats.length > 1 || (rule === 'symbol' && plan.questions.length > 0);
    return { line, cells: shown, bar: series === undefined || waits ? null : shownBar(series, plan), rule: waits ? null : rule, isSkipped: !waits && rule !== null && isSkipRule(rule) };
  });
  return { kind: 'bars', name: request.name, bytes, plan: plan.shown, rows, questions: plan.questions, notes: plan.notes };
}

/** Where none of the first files can be read, the error of the first. */
async function firstReadable({ path, name, options }: ImportRequest): Promise<{ readonly bytes: number; readonly opened: OpenedImport }> {
  const source = await sourceFiles(path, name);
  let refused: AppError | null = null;
  let tried = 0;
  for await (const file of source.each()) {
    try {
      if (!('open' in file)) throw new AppError(file.error.code, file.error.params);
      return { bytes: source.bytes, opened: await openImport(file, options) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      refused ??= error;
      tried += 1;
      if (tried === triedFiles) break;
    }
  }
  throw refused ?? new AppError('import.noFiles');
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
