import { expect, test } from 'vitest';
import { computeIndicator } from '../../../../src/analysis/indicators/compute-indicator.ts';
import { hama } from '../../../../src/analysis/indicators/hama.ts';
import { macd } from '../../../../src/analysis/indicators/macd.ts';
import { indicatorColumns } from '../../../../src/analysis/universe/rules/indicator-columns.ts';
import { barsOf, wavyCloses } from '../../bars-of.ts';

const long = barsOf(wavyCloses(600, 40, 0.1));
const short = barsOf(wavyCloses(200, 25, -0.1));

test('columns taken over from a longer symbol hold nothing of it', () => {
  const columns = indicatorColumns(600);
  columns(long, 'macd', [12, 26, 9]);
  columns(long, 'hama', []);
  expect(columns(short, 'macd', [12, 26, 9])['histogram']?.subarray(0, 200)).toEqual(computeIndicator(macd, short).histogram);
  expect(columns(short, 'hama', [])['bandUpper']?.subarray(0, 200)).toEqual(computeIndicator(hama, short).bandUpper);
});

test('the outputs of one indicator come from one computation', () => {
  const columns = indicatorColumns(600);
  expect(columns(long, 'hama', [])).toBe(columns(long, 'hama', []));
});

test('a parameter that is not allowed is refused', () => {
  expect(() => indicatorColumns(600)(long, 'macd', [0])).toThrow('macd');
});
