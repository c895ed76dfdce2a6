import { parseChanConfig } from '../../analysis/chan/parse-chan-config.ts';
import { chanRuleColumns, type ChanRuleColumns } from '../../analysis/universe/rules/chan-rule-columns.ts';
import type { UniverseFrame } from '../../analysis/universe/universe-frame.ts';
import { barCount, type BarColumns } from '../../shared/bars.ts';

/** Bars with a point, and the points' codes: most bars have none. */
interface SparseColumn {
  readonly bars: Int32Array;
  readonly codes: Float64Array;
}

interface KnownPoints {
  /** Known from this bar on. */
  readonly from: number;
  readonly buy: SparseColumn;
  readonly sell: SparseColumn;
}

/** Symbols and dates remembered; beyond them all are forgotten. */
const mostRemembered = 20_000;

/**
 * The Chan columns of symbols from a bar on, remembered while the bars stay the same: following a structure bar by bar is much of the
 * work of a scan, and a page scans one universe again and again.
 */
export function createChanMemory(): (frame: UniverseFrame, symbol: number, bars: BarColumns, from: number) => ChanRuleColumns {
  const config = parseChanConfig();
  let columns: Float64Array | null = null;
  let remembered = new Map<string, KnownPoints>();
  return (frame, symbol, bars, from) => {
    // The same columns in memory are the same data.
    if (columns !== frame.bars.time || remembered.size >= mostRemembered) [columns, remembered] = [frame.bars.time, new Map()];
    const key = `${frame.starts[symbol]} ${frame.ends[symbol]}`;
    const known = remembered.get(key);
    const length = barCount(bars);
    if (known !== undefined && known.from <= from) return { buy: spread(known.buy, length, known.from), sell: spread(known.sell, length, known.from) };
    const found = chanRuleColumns(bars, config, from);
    remembered.set(key, { from, buy: gather(found.buy, from), sell: gather(found.sell, from) });
    return found;
  };
}

function gather(column: Float64Array, from: number): SparseColumn {
  const bars: number[] = [];
  for (let bar = from; bar < column.length; bar += 1) if (column[bar] !== 0) bars.push(bar);
  return { bars: Int32Array.from(bars), codes: Float64Array.from(bars, (bar) => column[bar] as number) };
}

function spread({ bars, codes }: SparseColumn, length: number, from: number): Float64Array {
  const column = new Float64Array(length).fill(NaN, 0, from);
  for (const [index, bar] of bars.entries()) column[bar] = codes[index] as number;
  return column;
}
