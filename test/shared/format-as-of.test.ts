import { expect, test } from 'vitest';
import { formatAsOf } from '../../src/shared/format/format-as-of.ts';

test('a day stays a day, an instant is written to the minute and says that it is UTC', () => {
  expect(['2018-02-07', '2025-09-21T01:30:00Z'].map(formatAsOf)).toEqual(['2018-02-07', '2025-09-21 01:30 UTC']);
});
