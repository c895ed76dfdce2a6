import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { checkFuzzCase } from './chan-fuzz-case.ts';

test('no series moves what is final, breaks the structure, or leaves a trace of a replaced bar', () => {
  assert(
    property(integer({ min: 0, max: 2 ** 30 }), (seed) => {
      expect(checkFuzzCase(seed)).toMatchObject({ problems: [] });
    }),
    { numRuns: 250, seed: 20_180_207 },
  );
});
