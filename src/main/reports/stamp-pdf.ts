import type { UtcMs } from '../../shared/time.ts';

const pdfDate = /\/(CreationDate|ModDate)\s*\(D:\d{14}[^)]*\)/g;

/**
 * Puts the report's own creation time in place of the printer's, at the same length so that the file's offsets hold: printed twice
 * from the same page with the same creation time, the bytes are the same.
 */
export function stampPdf(pdf: Uint8Array, createdAt: UtcMs): Uint8Array {
  const digits = new Date(createdAt).toISOString().replace(/\D/g, '').slice(0, 14);
  // Latin-1 keeps every byte as it is.
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(
    text.replace(pdfDate, (whole) => whole.replace(/D:\d{14}/, `D:${digits}`)),
    'latin1',
  );
}
