import { BarFlag } from '../../shared/bar-flag.ts';
import { allocateBars } from '../../shared/bars.ts';
import { AppError } from '../../shared/app-error.ts';
import type { StoredBars } from './bar-blob.ts';
import { loadBars, saveBars } from './series-bars.ts';
import { valuesAt, type RevisionRecord } from './tables/bar-revision-table.ts';
import type { ChangedSeries } from './tables/commit-change-table.ts';
import type { SeriesRecord } from './tables/series-table.ts';
import type { Tables } from './tables/tables.ts';

export interface UndoneImport {
  readonly removed: number;
  readonly restored: number;
  /** Symbols taken out of watchlists. */
  readonly members: number;
  /** The new data version when anything changed, else null. */
  readonly version: number | null;
}

/**
 * Takes back what a batch wrote, as if it never had: bars it added go, values it replaced return. Where a later batch stands on
 * its value, that later value stays and the batch only leaves the bar's history. The caller wraps it in a transaction.
 */
export function undoImport(tables: Tables, batch: number): UndoneImport {
  const state = tables.batches.byId(batch)?.state;
  if (state === undefined) throw new AppError('store.batchUnknown', { batch });
  if (state === 'running') throw new AppError('store.batchRunning', { batch });
  if (state === 'undone') throw new AppError('store.batchUndone', { batch });

  const version = tables.state.dataVersion() + 1;
  let removed = 0;
  let restored = 0;
  const changes: ChangedSeries[] = [];
  let changed = tables.actions.removeOf(batch) > 0;
  changed = tables.industries.removeOf(batch) > 0 || changed;
  for (const table of Object.values(tables.facts)) changed = table.removeOf(batch) > 0 || changed;
  for (const id of tables.batches.seriesOf(batch)) {
    const record = tables.series.byId(id);
    if (record === null) continue;
    const undone = undoSeries(tables, record, batch, version);
    removed += undone.removed;
    restored += undone.restored;
    changed ||= undone.changed;
    if (undone.change !== null) changes.push(undone.change);
  }
  const members = tables.watchlists.removeOf(batch);
  tables.instruments.removeOrphansOf(batch);
  tables.batches.markUndone(batch);
  if (changed) {
    tables.state.setDataVersion(version);
    tables.changes.add(version, changes);
  }
  return { removed, restored, members, version: changed ? version : null };
}

interface UndoneSeries {
  readonly removed: number;
  readonly restored: number;
  readonly changed: boolean;
  /** Null also where the series itself went. */
  readonly change: ChangedSeries | null;
}

function undoSeries(tables: Tables, record: SeriesRecord, batch: number, version: number): UndoneSeries {
  const old = loadBars(tables, record);
  const histories = Map.groupBy(tables.revisions.records(record.id), (revision) => revision.time);
  const kept: { readonly index: number; readonly value: Value }[] = [];
  let removed = 0;
  let restored = 0;
  let firstChanged = -1;
  old.columns.time.forEach((time, index) => {
    const current: Value = { ...valuesAt(old.columns, index), batch: old.batches[index] ?? 0 };
    const history = histories.get(time) ?? [];
    if (current.batch !== batch && !history.some((revision) => revision.batch === batch)) {
      kept.push({ index, value: current });
      return;
    }
    const left = [...history, current].filter((value) => value.batch !== batch);
    if (history.length > 0) rewriteHistory(tables, record.id, time, left);
    const value = left.at(-1);
    if (value === undefined) {
      removed++;
      firstChanged = firstChanged < 0 ? kept.length : firstChanged;
      return;
    }
    if (current.batch === batch) restored++;
    const flags = withRevised(value.flags, left);
    if (current.batch === batch || flags !== current.flags) firstChanged = firstChanged < 0 ? kept.length : firstChanged;
    kept.push({ index, value: { ...value, flags } });
  });
  if (firstChanged < 0) return { removed, restored, changed: false, change: null };
  if (kept.length === 0) {
    tables.series.remove(record.id);
    return { removed, restored, changed: true, change: null };
  }
  const { change } = saveBars(tables, { ...provenance(tables, record, kept), version }, toBars(kept), firstChanged);
  return { removed, restored, changed: true, change };
}

type Value = Omit<RevisionRecord, 'replacedBy'>;

/** Stores the values of one bar but the last, which is the current one, each replaced by the next. */
function rewriteHistory(tables: Tables, series: number, time: number, values: readonly Value[]): void {
  tables.revisions.removeAt(series, time);
  values.slice(0, -1).forEach((value, index) => {
    tables.revisions.add(series, { ...value, flags: withRevised(value.flags, values.slice(0, index + 1)), replacedBy: values[index + 1]?.batch ?? 0 });
  });
}

/** A value counts as revised when a closed bar stood before it; `values` ends with the one in question. */
function withRevised(flags: number, values: readonly Value[]): number {
  const corrected = values.slice(0, -1).some((value) => (value.flags & BarFlag.open) === 0);
  return corrected ? flags | BarFlag.revised : flags & ~BarFlag.revised;
}

/** The series with the file and time of the newest batch that still stands in it. */
function provenance(tables: Tables, record: SeriesRecord, kept: readonly { readonly value: Value }[]): SeriesRecord {
  let newest = 0;
  for (const { value } of kept) newest = Math.max(newest, value.batch);
  const batch = tables.batches.byId(newest);
  return batch === null ? record : { ...record, source: batch.file, fetchedAt: batch.at };
}

function toBars(kept: readonly { readonly value: Value }[]): StoredBars {
  const columns = allocateBars(kept.length);
  const batches = new Int32Array(kept.length);
  kept.forEach(({ value }, index) => {
    columns.time[index] = value.time;
    columns.open[index] = value.open;
    columns.high[index] = value.high;
    columns.low[index] = value.low;
    columns.close[index] = value.close;
    columns.volume[index] = value.volume;
    columns.amount[index] = value.amount;
    columns.flags[index] = value.flags;
    batches[index] = value.batch;
  });
  return { columns, batches };
}
