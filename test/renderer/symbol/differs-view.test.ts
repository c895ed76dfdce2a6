import { expect, test } from 'vitest';
import type { InputColumns, InputName } from '../../../src/analysis/indicators/indicator.ts';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { macd } from '../../../src/analysis/indicators/macd.ts';
import { resolveParameters } from '../../../src/analysis/indicators/resolve-parameters.ts';
import { differsView } from '../../../src/renderer/pages/symbol/differs-view.ts';
import { wavyBars } from '../../analysis/indicators/wavy-bars.ts';

const bars = wavyBars(200);
const input = bars as typeof bars & InputColumns<InputName>;

test('every convention is computed with the windows of the chart and its own other choices', () => {
  const parameters = resolveParameters(macd, { fast: 5, slow: 20 }, 'talib');
  const computed = { key: 'macd1', indicator: macd, parameters, columns: computeIndicator(macd, input, parameters) };
  const { rows, pairs } = differsView(computed, input, 'histogram', 199, 'raw');
  expect(rows.map(({ preset }) => preset)).toEqual(['chart', 'talib', 'tradingview', 'tongdaxin']);
  expect(rows.every((row) => row.parameters['fast'] === 5 && row.parameters['slow'] === 20)).toBe(true);
  const [chart, talib, , tongdaxin] = rows;
  expect(chart?.value).toBe(talib?.value);
  expect((tongdaxin?.value ?? NaN) / (talib?.value ?? NaN)).toBeCloseTo(2, 3);
  expect(pairs.map(({ presets }) => presets.join())).toContain('talib,tongdaxin');
});
