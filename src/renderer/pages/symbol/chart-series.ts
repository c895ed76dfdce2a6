import { barColumnNames, type BarColumns } from '../../../shared/bars.ts';
import type { BarsReply } from '../../../shared/contract/bars.ts';
import { buildPyramid, refreshPyramid, type BarPyramid } from '../../charts/bar-pyramid.ts';

/** The bars of an open chart with what is derived from them once. */
export interface ChartSeries {
  /** Symbol, series, frequency and adjustment: another key is another picture. */
  readonly key: string;
  readonly reply: Omit<BarsReply, 'columns'>;
  readonly bars: BarColumns;
  readonly pyramid: BarPyramid;
}

/** The series after an answer of `bars.read`; null when the answer continues bars that are not held, so all must be asked for. */
export function takeReply(held: ChartSeries | null, { columns, ...reply }: BarsReply): ChartSeries | null {
  const key = [reply.series.symbol, reply.series.id, reply.freq, reply.adjust].join('|');
  if (reply.mode === 'full') return { key, reply, bars: columns, pyramid: buildPyramid(columns) };
  if (held === null || held.key !== key || held.bars.time.length < reply.fromIndex) return null;
  if (columns.time.length === 0 && held.bars.time.length === reply.fromIndex) return { ...held, reply };
  const bars = joinBars(held.bars, columns, reply.fromIndex);
  return { key, reply, bars, pyramid: refreshPyramid(held.pyramid, bars, reply.fromIndex) };
}

function joinBars(kept: BarColumns, added: BarColumns, fromIndex: number): BarColumns {
  const length = fromIndex + added.time.length;
  const joined: Record<string, Float64Array | Uint8Array> = {};
  for (const name of barColumnNames) {
    const column = name === 'flags' ? new Uint8Array(length) : new Float64Array(length);
    column.set(kept[name].subarray(0, fromIndex));
    column.set(added[name], fromIndex);
    joined[name] = column;
  }
  return joined as unknown as BarColumns;
}
