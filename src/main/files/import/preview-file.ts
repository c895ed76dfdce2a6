import { barFlagNames } from '../../../shared/bar-flag.ts';
import type { BarsPreview, PreviewRow } from '../../../shared/contract/imports.ts';
import { symbolKey } from '../../../shared/symbol-text.ts';
import type { CollectedSeries } from './bar-collector.ts';
import { makeCollector, rowLayout, shownTime } from './import-file.ts';
import type { ImportRequest } from './import-files.ts';
import { lookInto } from './look-into.ts';
import type { ReadPlan } from './read-plan.ts';
import { isSkipRule } from './row-rules.ts';
import { TextRowReader } from './text-row-reader.ts';

/** What is looked at: a file, or one of a folder or archive. */
export interface PreviewedRequest extends ImportRequest {
  readonly inner: string | undefined;
}

const shownRows = 50;
const shownCells = 40;

/** Reads the first rows the way an import would, and lists what must be asked first; of a folder or archive, those of one file. Nothing is written. */
export async function previewFile(request: PreviewedRequest): Promise<BarsPreview> {
  const { bytes, opened, contents } = await lookInto(request);
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
  return { kind: 'bars', name: request.name, bytes, contents, plan: plan.shown, rows, questions: plan.questions, notes: plan.notes };
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
