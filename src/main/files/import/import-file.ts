import { declaredDividends } from '../../../analysis/series/declared-dividends.ts';
import { AppError } from '../../../shared/app-error.ts';
import { barTimeText } from '../../../shared/bar-time-text.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { Calendar } from '../../../shared/calendar/calendar.ts';
import type { ImportOptions, Rejection } from '../../../shared/contract/imports.ts';
import { dayMs, type UtcMs } from '../../../shared/time.ts';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import { BarCollector, type CollectedAction, type CollectedSeries } from './bar-collector.ts';
import { barClock } from './bar-clock.ts';
import { ByteRowReader, isBytePlain } from './byte-row-reader.ts';
import type { TallyCounts } from './import-tally.ts';
import { importLimits } from './limits.ts';
import type { LineBlock } from './line-blocks.ts';
import { openImport } from './open-import.ts';
import type { ReadPlan } from './read-plan.ts';
import type { RowLayout } from './row-layout.ts';
import type { RowReader } from './row-reader.ts';
import type { SourceFile } from './source-file.ts';
import { TextRowReader } from './text-row-reader.ts';

export interface FileRequest {
  readonly file: SourceFile;
  readonly options: ImportOptions;
  readonly now: UtcMs;
  /** The folder of the app's resources, which holds the exchange calendars. */
  readonly resources: string;
}

/** Bars of one series as a file holds them. */
export interface FileSeries extends CollectedSeries {
  /** The file of a folder or archive; null for a file of its own. */
  readonly file: string | null;
  readonly freq: Frequency;
  readonly origin: string;
  readonly basis: Basis;
}

/** One transaction's worth of a file, or of small files. */
export interface FilePart {
  /** The format of its first file. */
  readonly format: string;
  readonly series: readonly FileSeries[];
  readonly actions: readonly CollectedAction[];
  readonly rejections: readonly Rejection[];
  /** The books so far. */
  readonly counts: TallyCounts;
}

/** What reading a file hands on. */
export interface FileSink {
  /** Resolves when more may come. */
  part(part: FilePart): Promise<void>;
  progress(doneBytes: number, totalBytes: number): void;
}

export interface FileOutcome {
  readonly format: string;
  readonly counts: TallyCounts;
  /** Keys of the instruments that got a bar. */
  readonly symbols: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Reads a file into parts; throws before the first one where it cannot be read or something must be asked. */
export async function importFile(request: FileRequest, sink: FileSink): Promise<FileOutcome> {
  const opened = await openImport(request.file, request.options);
  const { plan, source } = opened;
  const [question] = plan.questions;
  if (question !== undefined) throw new AppError(question.error.code, question.error.params);
  const { freq } = plan.convention;
  const { format } = plan.shown;
  const collector = makeCollector(plan, request.now);
  const reader = rowReader(await rowLayout(plan, opened.encoding, request), plan, collector);
  const emit = async (series: readonly CollectedSeries[], actions: readonly CollectedAction[] = []): Promise<void> => {
    const { tally } = collector;
    const taken = { actions, rejections: tally.takeRejections(), counts: tally.counts() };
    if (series.length === 0 && taken.actions.length === 0 && taken.rejections.length === 0) return;
    await sink.part({ format, series: series.map((one) => ({ ...one, file: null, freq, origin: format, basis: plan.basis })), ...taken });
  };
  for await (const block of bodyOf(opened.lines(), plan.table.skipLines)) {
    reader.read(block);
    if (collector.tally.rows > importLimits.rows) throw new AppError('import.tooManyRows', { limit: importLimits.rows });
    sink.progress(source.doneBytes(), source.totalBytes);
    for (const series of collector.take(false)) await emit(series);
  }
  for (const series of collector.take(true)) await emit(series);
  const counts = collector.tally.counts();
  if (counts.rows === 0) throw new AppError('import.noRows');
  if (counts.rejected === counts.rows) throw new AppError('import.rejectedAll', { rows: counts.rows, rule: Object.keys(counts.rejectedBy).join(', ') });
  // Rows rejected behind the last bar still belong to the batch. Beside prices that carry splits, dividends do too: the splits of the
  // whole file tell what was declared.
  const actions = collector.takeActions();
  if (collector.symbols.length > 0) await emit([], plan.basis === 'raw' ? actions : bySymbol(actions).flatMap(declaredDividends));
  const [first, last] = collector.span;
  return { format, counts, symbols: collector.symbols, from: shownTime(first, freq), to: shownTime(last, freq) };
}

function bySymbol(actions: readonly CollectedAction[]): CollectedAction[][] {
  return [...Map.groupBy(actions, ({ symbol }) => symbol).values()];
}

/** A value of the time column as text; null for NaN. */
export function shownTime(time: number, freq: Frequency): string | null {
  return Number.isNaN(time) ? null : barTimeText(freq, time);
}

export function makeCollector(plan: ReadPlan, now: UtcMs): BarCollector {
  // A day's grace: the newest session may already be tomorrow's in the east; a week or month may be keyed by a day still to come.
  const latest = isIntraday(plan.convention.freq) ? now + dayMs : Math.floor(now / dayMs) + (plan.convention.freq === '1d' ? 1 : 31);
  return new BarCollector(plan.describe, plan.policy, latest, plan.shown.format);
}

export async function rowLayout(plan: ReadPlan, encoding: RowLayout['encoding'], { now, resources }: Pick<FileRequest, 'now' | 'resources'>): Promise<RowLayout> {
  const { freq } = plan.convention;
  const calendar = freq === '1w' || freq === '1M' ? await calendarOf(plan.convention.calendar, resources) : null;
  return {
    delimiter: plan.table.delimiter,
    decimal: plan.shown.decimal,
    header: plan.table.header,
    columns: plan.table.columns,
    dateFormat: plan.dateFormat,
    clock: barClock(plan.convention, { calendar, today: Math.floor(now / dayMs) }),
    volumeScale: plan.volumeScale,
    amountScale: plan.amountScale,
    // A week or month names no ex-date.
    extras: plan.convention.freq === '1d' ? plan.extras : { flags: plan.extras.flags },
    symbol: plan.symbol,
    encoding,
  };
}

/** Loaded only for weeks and months: the tables and their schemas are many times what daily files need. */
async function calendarOf(id: string | null, resources: string): Promise<Calendar | null> {
  const { loadCalendars } = await import('../../calendars/load-calendars.ts');
  return loadCalendars(resources)(id);
}

function rowReader(layout: RowLayout, plan: ReadPlan, collector: BarCollector): RowReader {
  const quoted = plan.table.rows.slice(0, 100).some(({ text }) => text.includes('"'));
  const Reader = !quoted && isBytePlain(layout) ? ByteRowReader : TextRowReader;
  return new Reader(layout, collector, plan.table.skipLines + 1);
}

/** The lines after the titles and the header. */
async function* bodyOf(blocks: AsyncIterable<LineBlock>, skipLines: number): AsyncIterable<LineBlock> {
  let skip = skipLines;
  for await (const block of blocks) {
    let at = 0;
    while (skip > 0 && at < block.end) {
      const next = block.bytes.indexOf(10, at);
      at = next < 0 || next >= block.end ? block.end : next + 1;
      skip -= 1;
    }
    yield at === 0 ? block : { bytes: block.bytes.subarray(at), end: block.end - at };
  }
}
