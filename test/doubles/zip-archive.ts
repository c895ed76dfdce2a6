import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive; what is given beside name and content is written as it is, true or not. */
export interface ZipPart {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  readonly isLink?: boolean;
  readonly claimedBytes?: number;
  readonly crc?: number;
}

/** An archive as any tool writes it; `wide` with the fields of one beyond 4 GiB or 65,535 files. */
export function zipArchive(parts: readonly ZipPart[], { wide = false } = {}): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name as string);
    const content = Buffer.from(part.content as string);
    const packed = part.stored === true ? content : deflateRawSync(content);
    const size = part.claimedBytes ?? content.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.encrypted === true ? 1 : 0, 2);
    common.writeUInt16LE(part.stored === true ? 0 : 8, 4);
    common.writeUInt32LE(part.crc ?? crc32(content), 10);
    common.writeUInt32LE(wide ? 0xffffffff : packed.length, 14);
    common.writeUInt32LE(wide ? 0xffffffff : size, 18);
    common.writeUInt16LE(name.length, 22);
    const extra = wide ? Buffer.concat([Buffer.from([1, 0, 24, 0]), wideNumbers(size, packed.length, offset)]) : Buffer.alloc(0);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed]);
    common.writeUInt16LE(extra.length, 24);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(part.isLink === true ? 0xa1ff0000 : 0x81a40000, 6);
    tail.writeUInt32LE(wide ? 0xffffffff : offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), common, tail, name, extra]));
    bodies.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(wide ? 0xffff : parts.length, 10);
  end.writeUInt32LE(wide ? 0xffffffff : entries.length, 12);
  end.writeUInt32LE(wide ? 0xffffffff : offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, entries, ...(wide ? wideEnd(parts.length, entries.length, offset) : []), end]));
}

function wideEnd(count: number, bytes: number, offset: number): Uint8Array[] {
  const record = Buffer.alloc(32);
  record.write('PK\u0006\u0006', 0, 'latin1');
  const locator = Buffer.alloc(20);
  locator.write('PK\u0006\u0007', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(offset + bytes), 8);
  return [record, wideNumbers(count, bytes, offset), locator];
}

function wideNumbers(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * numbers.length);
  numbers.forEach((value, at) => bytes.writeBigUInt64LE(BigInt(value), 8 * at));
  return bytes;
}
