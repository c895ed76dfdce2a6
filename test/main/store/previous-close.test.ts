import { expect, test } from 'vitest';
import { previousClose } from '../../../src/main/store/previous-close.ts';
import { emptyFacts } from '../../../src/main/store/tables/series-table.ts';
import { barsAt } from './store-fixture.ts';

const hour = 3_600_000;
/** Prices follow from the hour since the epoch. */
const hours = (...at: readonly number[]) => barsAt(at.map((each) => each * hour), (time) => time / hour);

test('the change of a day is told from the bar before it, stored or new', () => {
  expect(previousClose(emptyFacts, barsAt([1, 2, 3]), null)).toBe(2);
  expect(previousClose({ ...emptyFacts, bars: 2, lastClose: 7 }, barsAt([3]), null)).toBe(7);
  expect(previousClose(emptyFacts, barsAt([1]), null)).toBeNaN();
});

test('the change of intraday bars is told from the last close of the day before', () => {
  expect(previousClose(emptyFacts, hours(22, 23, 24, 25), 'UTC')).toBe(23);
  expect(previousClose(emptyFacts, hours(24, 25), 'UTC')).toBeNaN();
});

test('bars put behind others are told from the day before, which only those others may know', () => {
  const before = { ...emptyFacts, bars: 3, lastTime: 25 * hour, lastClose: 25, previousClose: 23 };
  expect(previousClose(before, hours(26, 27), 'UTC')).toBe(23);
  expect(previousClose(before, hours(48, 49), 'UTC')).toBe(25);
  // In Shanghai the day begins eight hours earlier.
  expect(previousClose(before, hours(40, 41), 'Asia/Shanghai')).toBe(25);
});
