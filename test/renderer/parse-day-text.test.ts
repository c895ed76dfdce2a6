import { expect, test } from 'vitest';
import { parseDayText } from '../../src/renderer/components/parse-day-text.ts';

test('a day is read as people write it, year first', () => {
  expect(['2018-02-07', ' 2018/2/7 ', '2018.02.07', '20180207'].map(parseDayText)).toEqual(Array(4).fill('2018-02-07'));
});

test('anything else is no day', () => {
  expect(['', '2018-02', '02/07/2018', '2018-02-30', '2018-2', '201827'].map(parseDayText)).toEqual(Array(6).fill(null));
});
