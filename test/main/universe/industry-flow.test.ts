import { expect, test } from 'vitest';
import { industryFlows } from '../../../src/main/universe/industry-flow.ts';
import type { CapitalFlowDay } from '../../../src/main/store/company-facts.ts';
import type { TradingDate, UtcMs } from '../../../src/shared/time.ts';

const date = 20_000;

/** Tea: instruments 1 and 2, traded 60 and 40; Jam: 3 and 4, traded 30 and 70. */
function universe(currencies: readonly string[] = ['CNY', 'CNY', 'CNY', 'CNY']) {
  return {
    table: { symbols: ['A', 'B', 'C', 'D'], dates: Float64Array.of(date), industries: ['Tea', 'Jam'], industryOf: Int16Array.of(0, 0, 1, 1), amount: Float64Array.of(60, 40, 30, 70) },
    instruments: currencies.map((currency, index) => ({ id: index + 1, currency })),
    date,
  };
}

function flow(instrument: number, superLarge: number, large: number, source = 'eastmoney'): CapitalFlowDay {
  return {
    instrument, superLarge, large, medium: -superLarge, small: -large, source, day: date as TradingDate, recordedAt: 1 as UtcMs,
    superLargePercent: 0, largePercent: 0, mediumPercent: 0, smallPercent: 0,
  };
}

test('large orders of the members add up where they stand for half of the traded value, else nothing is said', () => {
  const rows = [flow(1, 300, 50), flow(3, 900, 0)];
  expect(industryFlows(universe(), (day) => (day === date ? rows : []))).toEqual([{ net: 350, known: 1 }, { net: null, known: 1 }]);
});

test('without any flow nothing is said', () => {
  expect(industryFlows(universe(), () => [])).toEqual([{ net: null, known: 0 }, { net: null, known: 0 }]);
});

test('sources are not mixed: the one that knows more counts', () => {
  expect(industryFlows(universe(), () => [flow(1, 1, 1, 'a'), flow(1, 5, 5, 'b'), flow(2, 5, 5, 'b')])[0]).toEqual({ net: 20, known: 2 });
});

test('amounts of several currencies are not added', () => {
  expect(industryFlows(universe(['CNY', 'HKD', 'CNY', 'CNY']), () => [flow(1, 1, 1), flow(2, 1, 1)])[0]).toEqual({ net: null, known: 2 });
});
