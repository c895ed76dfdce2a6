/** The columns that may travel: kinds that both structured clone and the binary reply carry. */
export const wireColumnTypes = { Float64Array, Float32Array, Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;

export type WireColumnType = keyof typeof wireColumnTypes;
export type WireColumn = InstanceType<(typeof wireColumnTypes)[WireColumnType]>;

/** The keys and indices that lead to a value. */
export type WirePath = readonly (string | number)[];

/** The kind of a column, or null when the value is not one. */
export function wireColumnType(value: unknown): WireColumnType | null {
  if (!ArrayBuffer.isView(value)) return null;
  const name = value.constructor.name;
  return Object.hasOwn(wireColumnTypes, name) ? (name as WireColumnType) : null;
}

/**
 * Walks a value that is to travel and hands over its columns with their paths. Every transport must deliver the same, so it
 * refuses what one of them would change in silence: `undefined`, NaN and infinities outside columns, big integers, dates, maps,
 * class instances, functions. Throws a TypeError that names the place.
 */
export function visitWireValue(root: unknown, onColumn: (column: WireColumn, path: WirePath) => void): void {
  const path: (string | number)[] = [];
  visit(root);

  function visit(value: unknown): void {
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return;
    if (typeof value === 'number' && Number.isFinite(value)) return;
    if (typeof value !== 'object') throw unfit(typeof value === 'number' ? String(value) : typeof value);
    if (wireColumnType(value) !== null) return onColumn(value as WireColumn, [...path]);
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) step(index, value[index]);
      return;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) throw unfit(`a ${value.constructor.name}`);
    for (const [key, item] of Object.entries(value)) step(key, item);
  }

  function step(key: string | number, value: unknown): void {
    path.push(key);
    visit(value);
    path.pop();
  }

  function unfit(what: string): TypeError {
    return new TypeError(`${path.length === 0 ? 'the value' : path.join('.')} is ${what}, which cannot travel`);
  }
}
