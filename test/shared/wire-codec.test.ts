import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeWire, encodeWire } from '../../src/shared/wire-codec.ts';

function overWire(value: unknown): unknown {
  const { type, bytes } = encodeWire(value);
  return decodeWire(type, bytes);
}

test('a value without columns travels as plain JSON', () => {
  expect(encodeWire({ ok: true, value: ['中', null] }).type).toBe('application/json');
});

test('columns arrive bit for bit at their places, NaN and infinities included', () => {
  const value = {
    name: '指数',
    columns: { time: Float64Array.of(1, NaN, -Infinity, -0), flags: Uint8Array.of(1, 2, 3) },
    list: [Int32Array.of(-1), new Float64Array(0)],
    none: null,
  };
  expect(overWire(value)).toStrictEqual(value);
});

test('a column that is a view into larger memory sends only its own part', () => {
  expect(overWire(Float64Array.of(1, 2, 3).subarray(1, 2))).toStrictEqual(Float64Array.of(2));
});

test('D2 a value that one of the transports would change is refused with its place', () => {
  const unfit: unknown[] = [undefined, NaN, Infinity, 1n, new Date(0), new Map(), Symbol('s'), () => 1, new BigInt64Array(1)];
  for (const item of unfit) expect(() => encodeWire({ a: [item] })).toThrow(/^a\.0 is .* which cannot travel$/);
});

test('D2 any JSON value with columns anywhere comes back equal', () => {
  const column = fc.oneof(fc.float64Array({ maxLength: 5 }), fc.uint8Array({ maxLength: 9 }), fc.int32Array({ maxLength: 5 }));
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
  const value = fc.letrec((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, fc.string({ unit: 'binary' }), finite, fc.boolean(), fc.constant(null), column, tie('array'), tie('record')),
    array: fc.array(tie('node'), { maxLength: 4 }),
    record: fc.dictionary(fc.string().filter((key) => key !== '__proto__'), tie('node'), { maxKeys: 4, noNullPrototype: true }),
  })).node;
  fc.assert(
    fc.property(value, (sample) => {
      expect(overWire(sample)).toEqual(sample);
    }),
  );
});
