import { parseChanConfig } from '../../analysis/chan/parse-chan-config.ts';
import { chanRuleColumns } from '../../analysis/universe/rules/chan-rule-columns.ts';
import type { UniverseFrame } from '../../analysis/universe/universe-frame.ts';
import { barCount, type BarColumns } from '../../shared/bars.ts';

type ChanColumns = ReturnType<typeof chanRuleColumns>;

/** Bars with a point, and the points' codes: most bars have none. */
interface SparseColumn {
  readonly bars: Int32Array;
  readonly codes: Float64Array;
}

/** Symbols and dates remembered; beyond them all are forgotten. */
const mostRemembered = 20_000;

/**
 * The Chan columns of symbols, remembered while the bars stay the same: following a structure bar by bar is most of the work of a scan,
 * and a page scans one universe again and again.
 */
export function createChanMemory(): (frame: UniverseFrame, symbol: number, bars: BarColumns) => ChanColumns {
  const config = parseChanConfig();
  let columns: Float64Array | null = null;
  let remembered = new Map<string, { readonly buy: SparseColumn; readonly sell: SparseColumn }>();
  return (frame, symbol, bars) => {
    // The same columns in memory are the same data.
    if (columns !== frame.bars.time || remembered.size >= mostRemembered) [columns, remembered] = [frame.bars.time, new Map()];
    const key = `${frame.starts[symbol]} ${frame.ends[symbol]}`;
    const known = remembered.get(key);
    if (known !== undefined) return { buy: spread(known.buy, barCount(bars)), sell: spread(known.sell, barCount(bars)) };
    const found = chanRuleColumns(bars, config);
    remembered.set(key, { buy: gather(found.buy), sell: gather(found.sell) });
    return found;
  };
}

function gather(column: Float64Array): SparseColumn {
  const bars = Int32Array.from([...column.keys()].filter((bar) => column[bar] !== 0));
  return { bars, codes: Float64Array.from(bars, (bar) => column[bar] as number) };
}

function spread({ bars, codes }: SparseColumn, length: number): Float64Array {
  const column = new Float64Array(length);
  for (const [index, bar] of bars.entries()) column[bar] = codes[index] as number;
  return column;
}
