import { expect, test } from 'vitest';
import { previousDayClose } from '../../../src/analysis/series/previous-day-close.ts';

const minutes = (...texts: string[]): Float64Array => Float64Array.from(texts, (text) => Date.parse(text));
const close = Float64Array.of(1, 2, 3, 4);

test('is the last close of the day before, whatever the bars of the newest day are', () => {
  const time = minutes('2024-01-02T20:55Z', '2024-01-02T20:59Z', '2024-01-03T14:30Z', '2024-01-03T14:35Z');
  expect(previousDayClose(time, close, 'America/New_York')).toBe(2);
});

test('goes by the days of the zone, not of Greenwich', () => {
  const time = minutes('2024-01-02T15:00Z', '2024-01-02T16:00Z', '2024-01-02T17:00Z', '2024-01-02T18:00Z');
  expect([previousDayClose(time, close, 'UTC'), previousDayClose(time, close, 'Asia/Shanghai')]).toEqual([NaN, 1]);
});
