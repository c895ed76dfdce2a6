import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { goldenSet } from '../../../src/analysis/indicators/golden-set.ts';
import { equalWeightReturns } from '../../../src/analysis/series/equal-weight-returns.ts';
import { formatTradingDate, type TradingDate } from '../../../src/shared/time.ts';
import { hasReference, referencePath } from '../../reference-data.ts';
import { readSp500Bars, sp500File } from '../series/sp500-bars.ts';

const goldenFile = 'data/indicator-golden-dev.json.gz';
const tolerance = 1e-9;

interface GoldenSymbol {
  readonly dates: string[];
  readonly talib: Record<string, (number | null)[]>;
  readonly defined: Record<string, (number | null)[]>;
  readonly stats: Record<string, number | string>;
}

/** Every place where two columns part: another null, or further off than the tolerance. */
function differences(got: readonly (number | null)[], want: readonly (number | null)[]): string[] {
  if (got.length !== want.length) return [`${got.length} entries, not ${want.length}`];
  return want.flatMap((value, i) => {
    const mine = got[i] ?? null;
    const close = value === null || mine === null ? value === mine : Math.abs(mine - value) <= tolerance * Math.max(1, Math.abs(value));
    return close ? [] : [`[${i}] ${mine}, not ${value}`];
  });
}

describe.skipIf(!hasReference(goldenFile) || !hasReference(sp500File))('golden vectors (skipped without the reference data)', () => {
  const golden = hasReference(goldenFile)
    ? (JSON.parse(gunzipSync(readFileSync(referencePath(goldenFile))).toString()) as {
        equalWeightIndexReturns: Record<string, number>;
        symbols: Record<string, GoldenSymbol>;
      })
    : { equalWeightIndexReturns: {}, symbols: {} };
  const universe = hasReference(sp500File) ? readSp500Bars() : new Map();
  const market = equalWeightReturns(universe.values());

  test('the equal-weight index has the reference returns on every date', () => {
    const dates = Object.keys(golden.equalWeightIndexReturns).sort();
    expect(Array.from(market.time, (date) => formatTradingDate(date as TradingDate))).toEqual(dates);
    expect(differences([...market.value], dates.map((date) => golden.equalWeightIndexReturns[date] ?? null))).toEqual([]);
  });

  test.each(Object.entries(golden.symbols))('%s has every reference figure to 1e-9 and the same gaps', (symbol, want) => {
    const set = goldenSet(universe.get(symbol), market);
    const expected = { ...want.talib, ...want.defined };
    const wrong = Object.entries(expected).flatMap(([name, column]) =>
      differences(set.indicators[name] ?? [], column).slice(0, 2).map((text) => `${name} ${text}`),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(set.indicators).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(Object.entries(golden.symbols))('%s has the reference statistics', (symbol, want) => {
    const stats: Record<string, unknown> = { ...goldenSet(universe.get(symbol), market).stats };
    const wrong = Object.entries(want.stats).filter(([name, value]) => {
      const mine = stats[name];
      return typeof value === 'number' ? !(typeof mine === 'number' && Math.abs(mine - value) <= tolerance * Math.max(1, Math.abs(value))) : mine !== value;
    });
    expect(wrong).toEqual([]);
  });
});
