import { visitWireValue, wireColumnType, wireColumnTypes, type WireColumn, type WireColumnType, type WirePath } from './wire-value.ts';

/** A value as it travels over HTTP: plain JSON, or JSON followed by the columns' bytes. */
interface WireBody {
  readonly type: 'application/json' | 'application/x-chartroom-columns';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface ColumnPlace {
  readonly path: WirePath;
  readonly type: WireColumnType;
  readonly length: number;
}

/** Columns start at multiples of this, so that the receiver can view them without a copy. */
const alignment = 8;

/**
 * Encodes a reply. JSON is the platform's fastest parser and needs no code generation, which the content security policy
 * forbids; columns follow it as raw little-endian memory: `[uint32 length of JSON][JSON {value, columns}][padding][column]…`,
 * each column padded to eight bytes. Throws a TypeError for values that would not arrive unchanged.
 */
export function encodeWire(value: unknown): WireBody {
  const columns: { readonly column: WireColumn; readonly path: WirePath }[] = [];
  visitWireValue(value, (column, path) => columns.push({ column, path }));
  const text = new TextEncoder();
  if (columns.length === 0) return { type: 'application/json', bytes: text.encode(JSON.stringify(value)) };

  const places = columns.map(({ column, path }) => ({ path, type: wireColumnType(column), length: column.length }));
  const withoutColumns = (_key: string, item: unknown): unknown => (ArrayBuffer.isView(item) ? null : item);
  const header = text.encode(JSON.stringify({ value, columns: places }, withoutColumns));
  let offset = aligned(4 + header.length);
  const bytes = new Uint8Array(columns.reduce((total, { column }) => total + aligned(column.byteLength), offset));
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 4);
  for (const { column } of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset += aligned(column.byteLength);
  }
  return { type: 'application/x-chartroom-columns', bytes };
}

/** Decodes what `encodeWire` wrote; columns are views on `bytes`, which must start at an address divisible by eight. Throws on anything else. */
export function decodeWire(type: string, bytes: Uint8Array<ArrayBuffer>): unknown {
  const text = new TextDecoder('utf-8', { fatal: true });
  if (type === 'application/json') return JSON.parse(text.decode(bytes));
  if (type !== 'application/x-chartroom-columns') throw new TypeError(`a reply of type ${type} is not known`);
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { value, columns } = JSON.parse(text.decode(bytes.subarray(4, 4 + headerLength))) as { value: unknown; columns: ColumnPlace[] };
  let offset = aligned(4 + headerLength);
  let root = value;
  for (const { path, type: columnType, length } of columns) {
    const column = new wireColumnTypes[columnType](bytes.buffer, bytes.byteOffset + offset, length);
    offset += aligned(column.byteLength);
    root = placed(root, path, column);
  }
  return root;
}

/** Puts a column where `null` holds its place. */
function placed(root: unknown, path: WirePath, column: WireColumn): unknown {
  const last = path.at(-1);
  if (last === undefined) return column;
  const parent = path.slice(0, -1).reduce<unknown>((item, key) => (item as Record<string | number, unknown>)[key], root);
  (parent as Record<string | number, unknown>)[last] = column;
  return root;
}

function aligned(byteLength: number): number {
  return Math.ceil(byteLength / alignment) * alignment;
}
