import { AppError } from '../../../shared/app-error.ts';
import type { ImportOptions, ImportPlan, Rejection } from '../../../shared/contract/imports.ts';
import { formatTradingDate, formatUtc, dayMs, type TradingDate, type UtcMs } from '../../../shared/time.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { BarCollector, type CollectedSeries } from './bar-collector.ts';
import { barClock } from './bar-clock.ts';
import { ByteRowReader, isBytePlain } from './byte-row-reader.ts';
import type { TallyCounts } from './import-tally.ts';
import { importLimits } from './limits.ts';
import type { LineBlock } from './line-blocks.ts';
import { openImport } from './open-import.ts';
import type { ReadPlan } from './read-plan.ts';
import type { RowLayout } from './row-layout.ts';
import type { RowReader } from './row-reader.ts';
import { TextRowReader } from './text-row-reader.ts';

export interface FileRequest {
  readonly path: string;
  readonly name: string;
  readonly options: ImportOptions;
  readonly now: UtcMs;
}

/** What reading a file hands on; each call resolves when more may come. */
export interface FileSink {
  plan(plan: ImportPlan, totalBytes: number): Promise<void>;
  chunk(series: readonly CollectedSeries[], rejections: readonly Rejection[], counts: TallyCounts): Promise<void>;
  progress(doneBytes: number): void;
}

export interface FileOutcome {
  readonly counts: TallyCounts;
  readonly symbols: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Reads a file into series chunks; throws before the first chunk where it cannot be read or something must be asked. */
export async function importFile(request: FileRequest, sink: FileSink): Promise<FileOutcome> {
  const opened = await openImport(request.path, request.name, request.options);
  const { plan, source } = opened;
  const [question] = plan.questions;
  if (question !== undefined) throw new AppError(question.error.code, question.error.params);
  const freq = plan.convention.freq;
  const collector = makeCollector(plan, request.now);
  const reader = rowReader(rowLayout(plan, opened.encoding), plan, collector);
  await sink.plan(plan.shown, source.totalBytes);
  const emit = async (final: boolean): Promise<void> => {
    for (const series of collector.take(final)) await sink.chunk(series, collector.tally.takeRejections(), collector.tally.counts());
  };
  for await (const block of bodyOf(opened.lines(), plan.table.skipLines)) {
    reader.read(block);
    if (collector.tally.rows > importLimits.rows) throw new AppError('import.tooManyRows', { limit: importLimits.rows });
    sink.progress(source.doneBytes());
    await emit(false);
  }
  await emit(true);
  const rest = collector.tally.takeRejections();
  if (rest.length > 0 && collector.symbols > 0) await sink.chunk([], rest, collector.tally.counts());
  const counts = collector.tally.counts();
  if (counts.rows === 0) throw new AppError('import.noRows');
  const show = (time: number): string | null =>
    Number.isNaN(time) ? null : isIntraday(freq) ? formatUtc(time as UtcMs) : formatTradingDate(time as TradingDate);
  return { counts, symbols: collector.symbols, from: show(collector.span[0]), to: show(collector.span[1]) };
}

export function makeCollector(plan: ReadPlan, now: UtcMs): BarCollector {
  // A day's grace: the newest session may already be tomorrow's in the east.
  const latest = isIntraday(plan.convention.freq) ? now + dayMs : Math.floor(now / dayMs) + (plan.convention.freq === '1d' ? 1 : 31);
  return new BarCollector(plan.describe, plan.policy, latest);
}

export function rowLayout(plan: ReadPlan, encoding: RowLayout['encoding']): RowLayout {
  return {
    delimiter: plan.table.delimiter,
    decimal: plan.shown.decimal,
    header: plan.table.header,
    columns: plan.table.columns,
    dateFormat: plan.shown.dateFormat ?? 'yyyy-MM-dd',
    clock: barClock(plan.convention),
    volumeScale: plan.volumeScale,
    amountScale: plan.amountScale,
    symbol: plan.symbol,
    encoding,
  };
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
