import type { ImportOptions } from '../../../shared/contract/imports.ts';
import type { ByteSource } from './byte-source.ts';
import { convertContainer } from './convert-container.ts';
import { formats } from './formats/formats.ts';
import { lineBlocks, type LineBlock } from './line-blocks.ts';
import { memorySource } from './memory-source.ts';
import { narrowBytes, narrowEncoding } from './narrow-bytes.ts';
import { planImport } from './plan-import.ts';
import { proveDateOrder } from './prove-date-order.ts';
import { readHead, sampleText } from './read-sample.ts';
import type { ReadPlan } from './read-plan.ts';
import type { SourceFile } from './source-file.ts';

/** A file that has been looked at: how it will be read, and its lines. */
export interface OpenedImport {
  readonly source: ByteSource;
  readonly plan: ReadPlan;
  readonly encoding: 'utf-8' | 'gb18030' | 'latin1';
  lines(): AsyncIterable<LineBlock>;
}

/** Opens a file, turns it into text where it is none, and plans its import; reads on beyond the sample only where day and month order is still open. */
export async function openImport(from: SourceFile, options: ImportOptions): Promise<OpenedImport> {
  const name = from.name.slice(from.name.lastIndexOf('/') + 1);
  const file = await from.open();
  const start = await readHead(file);
  const converted = await convertContainer(name, start.bytes, file);
  const source = converted === null ? file : memorySource(converted.text, file);
  const head = converted === null ? start : await readHead(source, converted.sampleBytes);
  const known = converted === null ? formats : [converted.format, ...formats];
  const { sample, encoding } = await sampleText(name, head, converted === null ? options.encoding : 'utf-8');
  const facts = { encoding: encoding.name, compressed: source.compressed };
  const lines = (): AsyncIterable<LineBlock> => lineBlocks(narrowBytes(source.blocks(), encoding));
  let plan = planImport(sample, facts, options, known);
  if (plan.openDateFormats.length > 1 && !sample.complete) {
    const settled = await proveDateOrder(lines(), plan.table, plan.openDateFormats, narrowEncoding(encoding));
    plan = planImport(sample, facts, options, known, settled);
  }
  if (converted?.notes !== undefined) plan = { ...plan, notes: [...converted.notes, ...plan.notes] };
  return { source, plan, encoding: narrowEncoding(encoding), lines };
}
