import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, type MethodName } from '../../src/shared/contract/contract.ts';
import { inputFields, inputWith, type InputField } from './input-fields.ts';

const wrongTypes: Readonly<Record<string, unknown>> = { string: 'text', number: 1, boolean: true, object: {}, array: [], null: null };
const absurdDates = ['0001-01-01', '1799-12-31', '2200-12-32', '9999-12-31', '2018-02-30', '2018-2-7', '+12018-02-07', '2018-02-07T00:00:00Z'];

/** Values that a place must refuse whatever else it allows. */
function hostileValues({ kind, kinds, path, maxItems }: InputField): readonly unknown[] {
  const wrong = Object.entries(wrongTypes).flatMap(([type, value]) => (kinds.includes(type) ? [] : [value]));
  if (kind === 'number') return [...wrong, NaN, Infinity, -Infinity];
  if (kind === 'array') return [...wrong, Array.from({ length: (maxItems ?? 100_000) + 1 }, () => 'x')];
  if (kind === 'object') return [...wrong, { surplus: 1 }, JSON.parse('{"__proto__": {}}'), { constructor: 1 }];
  if (kind !== 'string') return wrong;
  const date = /^(from|to|asOf|date|.*Date)$/.test(String(path.at(-1))) && path.at(-1) !== 'dateFormat' ? absurdDates : [];
  return [...wrong, 'x'.repeat(200_000), `a\ud800b`, '\udc00', 'a\0b', ...date];
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** Whether a complaint is about a place: the place itself, something in it, or the union it stands in. */
function concerns(complaint: readonly PropertyKey[], place: InputField['path']): boolean {
  const shared = Math.min(complaint.length, place.length);
  return complaint.slice(0, shared).join('/') === place.slice(0, shared).join('/') && (complaint.length >= place.length || place.length > 0 && complaint.length > 0);
}

describe.each(Object.keys(contract) as MethodName[])('%s', (method) => {
  const schema = contract[method].input;
  const fields = inputFields(schema);

  test('D1 every place refuses wrong types, surplus keys, non-numbers, over-long and ill-formed text, too many items and absurd dates', () => {
    const accepted = fields.flatMap((field) =>
      hostileValues(field).flatMap((value) => {
        const issues = schema.safeParse(inputWith(field.path, value)).error?.issues ?? [];
        const surplus = field.kind === 'object' && field.kinds.includes(kindOf(value));
        const refused = issues.some((issue) => concerns(issue.path, field.path) && (!surplus || issue.code === 'unrecognized_keys'));
        return refused ? [] : [`${field.path.join('.')} takes ${String(JSON.stringify(value)).slice(0, 60)}`];
      }),
    );
    expect(accepted).toEqual([]);
  });

  test('D1 every list has a largest length', () => {
    expect(fields.filter((field) => field.kind === 'array' && field.maxItems === null)).toEqual([]);
  });

  test('D1 no input whatever makes the parser throw', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }), (input) => {
        expect(() => schema.safeParse(input)).not.toThrow();
      }),
    );
  });
});
