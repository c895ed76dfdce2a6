import { createHash } from 'node:crypto';
import { barColumnNames, type BarColumns } from '../../shared/bars.ts';

/**
 * The SHA-256 of bars as a report used them: each column's bytes in the order of `barColumnNames`, little-endian. NaN is written
 * in one form, so that equal values always hash alike.
 */
export function barsHash(bars: BarColumns): string {
  const hash = createHash('sha256');
  for (const name of barColumnNames) {
    const column = bars[name];
    if (column instanceof Uint8Array) hash.update(column);
    else {
      const copy = new Float64Array(column.length);
      for (let index = 0; index < copy.length; index += 1) copy[index] = Number.isNaN(column[index]) ? NaN : (column[index] as number);
      hash.update(new Uint8Array(copy.buffer));
    }
  }
  return hash.digest('hex');
}
