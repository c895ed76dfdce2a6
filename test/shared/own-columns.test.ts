import { expect, test } from 'vitest';
import { ownColumns } from '../../src/shared/own-columns.ts';

test('a value whose columns own their memory stays as it is, without a copy', () => {
  const value = { columns: { close: Float64Array.of(1, NaN) }, list: [1, 'a', null] };
  expect(ownColumns(value)).toBe(value);
});

test('a view into larger memory is copied, its neighbours are not', () => {
  const own = Uint8Array.of(1, 2);
  const value = { part: Float64Array.of(1, 2, 3).subarray(1), own };
  const result = ownColumns(value) as typeof value;
  expect(result).toStrictEqual({ part: Float64Array.of(2, 3), own });
  expect([result.part.buffer.byteLength, result.own]).toEqual([16, own]);
});

test('shared memory becomes memory that can be cloned', () => {
  const shared = new Float64Array(new SharedArrayBuffer(8));
  expect(structuredClone(ownColumns([shared]))).toEqual([Float64Array.of(0)]);
});
