import { visitWireValue, wireColumnTypes, wireColumnType, type WireColumn } from './wire-value.ts';

/**
 * The same value, fit for structured clone: columns that are views into larger or shared memory become copies of their own, because
 * a clone would carry that whole memory along, or refuse it when it is shared. Throws a TypeError for what cannot travel.
 */
export function ownColumns(value: unknown): unknown {
  let borrowed = false;
  visitWireValue(value, (column) => {
    borrowed ||= isBorrowed(column);
  });
  return borrowed ? copied(value) : value;
}

function isBorrowed(column: WireColumn): boolean {
  return column.byteLength !== column.buffer.byteLength || !(column.buffer instanceof ArrayBuffer);
}

function copied(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const type = wireColumnType(value);
  if (type !== null) return isBorrowed(value as WireColumn) ? new wireColumnTypes[type](value as WireColumn) : value;
  if (Array.isArray(value)) return value.map(copied);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
}
