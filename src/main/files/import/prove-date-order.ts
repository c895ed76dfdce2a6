import type { DateFormat } from '../../../shared/contract/imports.ts';
import type { TableShape } from './guess-table.ts';
import type { LineBlock } from './line-blocks.ts';
import { readMoment } from './read-moment.ts';
import { splitRecords } from './split-records.ts';

/** Looks through a whole file for a date that only one of two formats can read; null where every date can be read both ways. */
export async function proveDateOrder(
  blocks: AsyncIterable<LineBlock>, table: TableShape, formats: readonly DateFormat[], encoding: string,
): Promise<DateFormat | null> {
  const at = table.columns.indexOf('date');
  const decoder = new TextDecoder(encoding);
  for await (const block of blocks) {
    for (const { cells } of splitRecords(decoder.decode(block.bytes.subarray(0, block.end)), 1, table.delimiter).records) {
      const fitting = formats.filter((format) => readMoment(cells?.[at] ?? '', format) !== null);
      if (fitting.length === 1) return fitting[0] ?? null;
    }
  }
  return null;
}
