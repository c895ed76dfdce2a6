import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars } from './parameter.ts';

/**
 * Historical volatility: sample deviation of the last `period` log returns, annualised by the square root of the sessions in a year.
 * A share, not percent (0.25 = 25 % a year). Warm-up `period` bars. Source: definition.
 */
export const historicalVolatility = defineIndicator({
  id: 'historical-volatility',
  name: { en: 'Historical volatility', zh: '历史波动率' },
  inputs: ['close'],
  parameters: {
    period: bars(20, 2),
    sessionsPerYear: { kind: 'number', label: { en: 'Bars per year', zh: '每年根数' }, min: 1, max: 600_000, step: 1, default: 252 },
  },
  outputs: { volatility: line('Volatility', '波动率') },
  pane: 'own',
  needsPositivePrices: true,
  presets: { definition: {} },
  source: 'definition (close-to-close estimator)',
  warmUp: ({ period }) => period,
  // One turn of log returns: a logarithm costs more than the sums.
  slots: ({ period }) => period,
  advance({ close }, { period, sessionsPerYear }, { volatility }, { start, slots }, from, to) {
    const year = Math.sqrt(sessionsPerYear);
    for (let i = Math.max(from, start + 1); i < to; i++) {
      slots[(i - start) % period] = Math.log((close[i] as number) / (close[i - 1] as number));
      if (i < start + period) continue;
      let sum = 0;
      for (let j = 0; j < period; j++) sum += slots[j] as number;
      const mean = sum / period;
      let squares = 0;
      for (let j = 0; j < period; j++) squares += ((slots[j] as number) - mean) ** 2;
      volatility[i] = Math.sqrt(squares / (period - 1)) * year;
    }
  },
});
