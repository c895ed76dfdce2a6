import { highestBar, lowestBar } from './extreme-bar.ts';
import { defineIndicator } from './indicator.ts';
import { line } from './output.ts';
import { bars, choice } from './parameter.ts';

/**
 * Slow stochastic: where the close stands in the range of the last `period` bars (0..100), smoothed by a mean of `smooth` into %K and
 * a mean of `signal` into %D. A flat range does not apply unless `flat` names the value a platform shows.
 * Warm-up period + smooth + signal - 3 bars for both lines. Source: Lane; TA-Lib STOCH with simple means.
 */
export const stochastic = defineIndicator({
  id: 'stochastic',
  name: { en: 'Stochastic', zh: '慢速随机指标' },
  inputs: ['high', 'low', 'close'],
  parameters: {
    period: bars(14),
    smooth: bars(3, 1, { en: '%K smoothing', zh: '%K 平滑' }),
    signal: bars(3, 1, { en: '%D', zh: '%D' }),
    flat: choice(['none', '0'], { en: 'When flat', zh: '无波动时' }),
  },
  outputs: { k: line('%K'), d: line('%D') },
  pane: 'own',
  guides: [20, 80],
  presets: { talib: { flat: '0' }, tradingview: { smooth: 1, flat: 'none' } },
  source: 'Lane; TA-Lib STOCH with simple means',
  warmUp: ({ period, smooth, signal }) => period + smooth + signal - 3,
  slots: ({ smooth, signal }) => 7 + smooth + signal,
  advance({ high, low, close }, { period, smooth, signal, flat }, { k, d }, memory, from, to) {
    const { start, slots } = memory;
    const ranged = start + period - 1;
    const smoothed = ranged + smooth - 1;
    const shown = smoothed + signal - 1;
    const rawAt = 7;
    const slowAt = rawAt + smooth;
    // Bars of the window's highest high and lowest low; looked for again only when one has left the window.
    // Slots are floats; `| 0` keeps bar numbers and places whole for the compiler, which halves the loop.
    let topBar = from === start ? start : (slots[0] as number) | 0;
    let bottomBar = from === start ? start : (slots[1] as number) | 0;
    let top = high[topBar] as number;
    let bottom = low[bottomBar] as number;
    let rawSum = slots[2] as number;
    let slowSum = slots[3] as number;
    let flatUntil = (slots[4] as number) | 0;
    let rawPlace = (slots[5] as number) | 0;
    let slowPlace = (slots[6] as number) | 0;
    for (let i = from; i < to; i++) {
      const left = i - period;
      const barTop = high[i] as number;
      const barBottom = low[i] as number;
      if (barTop >= top) {
        top = barTop;
        topBar = i;
      } else if (topBar <= left) {
        topBar = highestBar(high, left + 1, i);
        top = high[topBar] as number;
      }
      if (barBottom <= bottom) {
        bottom = barBottom;
        bottomBar = i;
      } else if (bottomBar <= left) {
        bottomBar = lowestBar(low, left + 1, i);
        bottom = low[bottomBar] as number;
      }
      if (i < ranged) continue;
      let raw = (100 * ((close[i] as number) - bottom)) / (top - bottom);
      if (top === bottom) {
        raw = 0;
        if (flat === 'none') flatUntil = i + smooth + signal - 1;
      }
      rawSum += raw - (slots[rawAt + rawPlace] as number);
      slots[rawAt + rawPlace] = raw;
      if (++rawPlace === smooth) rawPlace = 0;
      if (i < smoothed) continue;
      const slow = rawSum / smooth;
      slowSum += slow - (slots[slowAt + slowPlace] as number);
      slots[slowAt + slowPlace] = slow;
      if (++slowPlace === signal) slowPlace = 0;
      if (i < shown) continue;
      k[i] = slow;
      d[i] = slowSum / signal;
      if (i < flatUntil) {
        d[i] = NaN;
        if (i <= flatUntil - signal) k[i] = NaN;
      }
    }
    slots[0] = topBar;
    slots[1] = bottomBar;
    slots[2] = rawSum;
    slots[3] = slowSum;
    slots[4] = flatUntil;
    slots[5] = rawPlace;
    slots[6] = slowPlace;
  },
});
