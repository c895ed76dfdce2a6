import { describe, expect, test } from 'vitest';
import { hamaLive } from '../../../src/analysis/indicators/hama-live.ts';
import { type HamaAnswer, hamaReading } from '../../../src/analysis/indicators/hama-reading.ts';
import { hamaTimeframes } from '../../../src/analysis/indicators/hama-timeframes.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { type BarColumns, sliceBars } from '../../../src/shared/bars.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { wavyBars } from './wavy-bars.ts';

const bars = wavyBars(700);

function answer(input: BarColumns): HamaAnswer {
  const reading = hamaReading(input);
  if (reading.kind !== 'ready') throw new Error('the fixture is too short');
  return reading;
}

describe('a reading', () => {
  test('needs one bar more than the warm-up, so that a cross could be seen', () => {
    expect(hamaReading(sliceBars(bars, 0, 101))).toEqual({ kind: 'needs-bars', needed: 102, available: 101 });
    expect(hamaReading(sliceBars(bars, 0, 102)).kind).toBe('ready');
    expect(hamaReading(sliceBars(bars, 0, 0))).toEqual({ kind: 'needs-bars', needed: 102, available: 0 });
  });

  test('counts only the bars after a gap', () => {
    const gap = wavyBars(300);
    gap.close[250] = NaN;
    expect(hamaReading(gap)).toEqual({ kind: 'needs-bars', needed: 102, available: 49 });
  });

  test('is taken on the last closed bar', () => {
    const open = wavyBars(700);
    open.flags[699] = BarFlag.open;
    open.close[699] = 1;
    expect(hamaReading(open)).toEqual(hamaReading(sliceBars(bars, 0, 699)));
  });

  test('is bullish after a cross up while the close stays at least 0.1 % over the line, bearish mirrored, else ranging', () => {
    for (let length = 102; length <= 700; length++) {
      const reading = answer(sliceBars(bars, 0, length));
      const { state, deviationPercent, lastCross } = reading;
      const up = lastCross?.direction === 'up' && deviationPercent >= 0.1;
      const down = lastCross?.direction === 'down' && deviationPercent <= -0.1;
      expect(state).toBe(up ? 'bullish' : down ? 'bearish' : 'ranging');
    }
  });

  test('is confident from 0.7 on in a trend, fully at 1.5 % of deviation, and 0.3 while ranging', () => {
    const seen = new Set<string>();
    for (let length = 102; length <= 700; length++) {
      const { state, deviationPercent, confidence, strength } = answer(sliceBars(bars, 0, length));
      const distance = Math.abs(deviationPercent);
      const expected = state === 'ranging' ? 0.3 : distance >= 1.5 ? 1 : 0.7 + distance / 5;
      expect(confidence).toBeCloseTo(expected, 12);
      expect(strength).toBe(distance > 1 ? 'strong' : distance > 0.3 ? 'moderate' : 'weak');
      seen.add(`${state} ${strength}`);
    }
    expect(seen).toContain('bullish strong');
    expect(seen).toContain('bearish strong');
    expect(seen).toContain('ranging weak');
  });

  test('meets the buying conditions only with volume over 1.2 times its 20-bar mean', () => {
    const index = Array.from({ length: 598 }, (_, i) => i + 102).find((length) => answer(sliceBars(bars, 0, length)).state === 'bullish') ?? 0;
    const quiet = sliceBars(wavyBars(index), 0, index);
    quiet.volume.fill(100);
    const loud = { ...quiet, volume: quiet.volume.slice() };
    loud.volume[index - 1] = 130;
    // 130 against a mean of 101.5 is 1.28 times; the quiet bar is 1.0 times.
    expect([answer(quiet).meetsBuy, answer(loud).meetsBuy]).toEqual([false, true]);
    const silent = { ...quiet, volume: new Float64Array(index).fill(NaN) };
    expect([answer(silent).volumeConfirmed, answer(silent).meetsBuy]).toEqual([null, false]);
  });

  test('meets the selling conditions in a falling trend on any volume', () => {
    const index = Array.from({ length: 598 }, (_, i) => i + 102).find((length) => answer(sliceBars(bars, 0, length)).state === 'bearish') ?? 0;
    const quiet = { ...sliceBars(bars, 0, index), volume: new Float64Array(index).fill(100) };
    const { volumeConfirmed, meetsSell, meetsBuy } = answer(quiet);
    expect([volumeConfirmed, meetsSell, meetsBuy]).toEqual([false, true, false]);
  });

  test('has bands once 400 bars are there, squeezed under 10 % of width and expanding over 15 %', () => {
    expect(answer(sliceBars(bars, 0, 399)).band).toEqual({ kind: 'needs-bars', needed: 400, available: 399 });
    const states = [0.1, 1, 3].map((scale) => {
      const scaled = wavyBars(500);
      for (const name of ['open', 'high', 'low', 'close'] as const) scaled[name].forEach((value, i) => (scaled[name][i] = 500 + (value - 100) * scale));
      const { band } = answer(scaled);
      return band.kind === 'ready' ? [band.width < 0.1, band.width > 0.15, band.state] : null;
    });
    expect(states[0]).toEqual([true, false, 'squeeze']);
    expect(states[2]).toEqual([false, true, 'expansion']);
  });

  test('refuses prices that were adjusted by an amount', () => {
    expect(() => hamaReading(bars, {}, { basis: 'forwardAdditive' })).toThrow(AppError);
  });
});

test('the live flag tells where a price stands and leaves the reading alone', () => {
  const reading = answer(bars);
  expect([reading.ma + 1, reading.ma, reading.ma - 1, NaN].map((price) => hamaLive(reading, price))).toEqual(['above', 'on-line', 'below', 'unknown']);
  expect(hamaLive(hamaReading(sliceBars(bars, 0, 50)), 100)).toBe('unknown');
});

test('several frequencies are read side by side, each with its own answer or its own lack of bars', () => {
  const frames = hamaTimeframes([
    { frequency: '1d', bars },
    { frequency: '1w', bars: sliceBars(bars, 0, 140) },
    { frequency: '1M', bars: sliceBars(bars, 0, 33) },
  ]);
  expect(frames.map(({ frequency, reading }) => [frequency, reading.kind === 'ready' ? 'ready' : reading.needed])).toEqual([
    ['1d', 'ready'],
    ['1w', 'ready'],
    ['1M', 102],
  ]);
});
