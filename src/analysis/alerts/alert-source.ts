import type { BarColumns } from '../../shared/bars.ts';
import { barCount, sliceBars } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import { AppError } from '../../shared/app-error.ts';
import type { HamaSetName } from '../../shared/alert-condition.ts';
import { ChanEngine } from '../chan/chan-engine.ts';
import { ChanFactReader, type ChanFacts } from '../chan/chan-facts.ts';
import { parseChanConfig } from '../chan/parse-chan-config.ts';
import { computeIndicator } from '../indicators/compute-indicator.ts';
import { hama } from '../indicators/hama.ts';
import { barRuleColumns } from '../universe/rules/bar-rule-columns.ts';
import { chanRuleColumns } from '../universe/rules/chan-rule-columns.ts';
import type { RuleColumns } from '../universe/rules/evaluate-rule.ts';

/** What conditions ask of the bars of one series; each figure is computed once, when first asked for. */
export interface AlertSource {
  readonly bars: BarColumns;
  /** Conditions are judged on bars from this index on. */
  readonly first: number;
  readonly columns: RuleColumns;
  hama(set: HamaSetName): { readonly state: Float64Array; readonly cross: Float64Array };
  /** The facts of a bar from `first` on. Throws as the Chan engine does. */
  chanFacts(bar: number): ChanFacts | undefined;
}

/** Chan is found on so many of the newest bars: its structure at the end does not reach further back. */
const chanBars = 10_000;

/** `first` is the oldest bar that conditions will be judged on. */
export function createAlertSource(bars: BarColumns, basis: Basis, first: number): AlertSource {
  const sets = new Map<HamaSetName, { readonly state: Float64Array; readonly cross: Float64Array }>();
  let facts: ReadonlyMap<number, ChanFacts> | null = null;
  let points: Readonly<Record<'buy' | 'sell', Float64Array>> | null = null;
  return {
    bars,
    first,
    columns: barRuleColumns(bars, (field) => {
      if (field !== 'chan.buy' && field !== 'chan.sell') return null;
      points ??= pointColumns(bars, basis);
      return field === 'chan.buy' ? points.buy : points.sell;
    }),
    hama: (set) => {
      const known = sets.get(set) ?? computeIndicator(hama, bars, {}, { preset: set, basis });
      sets.set(set, known);
      return known;
    },
    chanFacts: (bar) => (facts ??= factsFrom(bars, basis, first)).get(bar),
  };
}

function factsFrom(bars: BarColumns, basis: Basis, first: number): ReadonlyMap<number, ChanFacts> {
  checkChanBasis(basis);
  const count = barCount(bars);
  const start = Math.max(0, count - chanBars);
  const engine = new ChanEngine(parseChanConfig(), count - start);
  const reader = new ChanFactReader();
  const facts = new Map<number, ChanFacts>();
  for (let bar = start; bar < count; bar += 1) {
    engine.append(bars, bar);
    // The bar before the first one shows which points were there already.
    if (bar === first - 1) reader.read(engine);
    else if (bar >= first) facts.set(bar, reader.read(engine));
  }
  return facts;
}

function pointColumns(bars: BarColumns, basis: Basis): Readonly<Record<'buy' | 'sell', Float64Array>> {
  checkChanBasis(basis);
  const count = barCount(bars);
  const start = Math.max(0, count - chanBars);
  const found = chanRuleColumns(sliceBars(bars, start, count), parseChanConfig());
  if (start === 0) return found;
  const widen = (column: Float64Array): Float64Array => {
    const wide = new Float64Array(count).fill(NaN);
    wide.set(column, start);
    return wide;
  };
  return { buy: widen(found.buy), sell: widen(found.sell) };
}

function checkChanBasis(basis: Basis): void {
  if (basis === 'forwardAdditive') throw new AppError('analysis.basis', { indicator: 'chan', field: 'basis', value: basis, allowed: 'raw, split, total' });
}
