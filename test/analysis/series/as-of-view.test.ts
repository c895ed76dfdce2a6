import { expect, test } from 'vitest';
import { asOfView, type AsOfSource } from '../../../src/analysis/series/as-of-view.ts';
import type { PastValues } from '../../../src/analysis/series/past-values.ts';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import { allocateBars } from '../../../src/shared/bars.ts';
import type { TradingDate, UtcMs } from '../../../src/shared/time.ts';

const session = (value: number): TradingDate => value as TradingDate;
const at = (value: number): UtcMs => value as UtcMs;

/** Five days from 100 on, closes 10 to 14; day 101 was corrected at times 50 and 80, day 102 at an unknown one. */
function source(): AsOfSource {
  const bars = allocateBars(5);
  for (let i = 0; i < 5; i++) {
    bars.time[i] = 100 + i;
    bars.close[i] = 10 + i;
  }
  bars.flags[1] = BarFlag.revised;
  bars.flags[2] = BarFlag.revised;
  const past = (close: number, knownUntil: number, flags: number): PastValues => ({
    time: 101, open: 0, high: 0, low: 0, close, volume: 0, amount: NaN, flags, knownUntil: at(knownUntil),
  });
  return {
    bars,
    frequency: '1d',
    actions: [102, 103].map((exDate) => ({ kind: 'dividend', exDate: session(exDate), value: 1, price: null })),
    revisions: [past(8, 50, 0), past(9, 80, BarFlag.revised)],
  };
}

test('later bars and later actions are not there', () => {
  const view = asOfView(source(), { session: session(102), time: at(1000) });
  expect([...view.bars.time]).toEqual([100, 101, 102]);
  expect(view.actions.map(({ exDate }) => exDate)).toEqual([102]);
});

test('a corrected bar has the value that was known then', () => {
  const closes = [40, 60, 90].map((time) => asOfView(source(), { session: session(104), time: at(time) }).bars.close[1]);
  expect(closes).toEqual([8, 9, 11]);
});

test('a correction whose earlier value was not kept stays marked', () => {
  const view = asOfView(source(), { session: session(104), time: at(40) });
  expect([view.bars.flags[1], view.bars.flags[2]]).toEqual([0, BarFlag.revised]);
});

test('an unfinished bar is not known, nor an intraday bar before its end', () => {
  const daily = source();
  daily.bars.flags[4] = BarFlag.open;
  expect(asOfView(daily, { session: session(104), time: at(1000) }).bars.time.length).toBe(4);
  const hourly = { ...source(), frequency: '1h' as const, revisions: [] };
  hourly.bars.time.set([0, 3_600_000, 7_200_000, 10_800_000, 14_400_000]);
  expect(asOfView(hourly, { session: session(104), time: at(10_799_999) }).bars.time.length).toBe(2);
  expect(asOfView(hourly, { session: session(104), time: at(10_800_000) }).bars.time.length).toBe(3);
});

test('deleting what is later than the day changes nothing', () => {
  const whole = asOfView(source(), { session: session(102), time: at(60) });
  const cut = source();
  const kept = { ...cut, bars: { ...cut.bars }, actions: cut.actions.slice(0, 1), revisions: cut.revisions };
  for (const name of ['time', 'open', 'high', 'low', 'close', 'volume', 'amount'] as const) kept.bars[name] = cut.bars[name].slice(0, 3);
  kept.bars.flags = cut.bars.flags.slice(0, 3);
  expect(asOfView(kept, { session: session(102), time: at(60) })).toEqual(whole);
});

test('the source is left as it was', () => {
  const before = source();
  asOfView(before, { session: session(104), time: at(40) });
  expect(before).toEqual(source());
});
