import type { DetectedEncoding } from './encoding.ts';
import { detectEncoding } from './encoding.ts';
import type { ByteSource } from './byte-source.ts';
import { AppError } from '../../../shared/app-error.ts';
import { importLimits } from './limits.ts';
import { narrowBytes, narrowEncoding } from './narrow-bytes.ts';
import type { TextSample } from './text-sample.ts';

const usualSampleBytes = 128 * 1024;

export interface SampledFile {
  readonly sample: TextSample;
  readonly encoding: DetectedEncoding;
}

/** The first bytes of the unpacked file, and whether they are all of it. */
export async function readHead(source: ByteSource, sampleBytes = usualSampleBytes): Promise<{ bytes: Uint8Array; complete: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const block of source.blocks()) {
    parts.push(block);
    length += block.length;
    if (length > sampleBytes) break;
  }
  return { bytes: Buffer.concat(parts).subarray(0, sampleBytes), complete: length <= sampleBytes };
}

/** Reads the sample a plan is made from. Errors: `import.empty`, `import.binary`, `import.encoding`, `import.tooManyColumns`. */
export async function sampleText(name: string, head: { bytes: Uint8Array; complete: boolean }, wanted: string | undefined): Promise<SampledFile> {
  if (head.bytes.length === 0) throw new AppError('import.empty');
  const encoding = detectEncoding(head.bytes, wanted);
  const parts: Uint8Array[] = [];
  for await (const part of narrowBytes(oneBlock(head.bytes), encoding)) parts.push(part);
  const text = new TextDecoder(narrowEncoding(encoding)).decode(Buffer.concat(parts)).replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  if (!head.complete && lines.length > 1) lines.pop();
  if ((lines[0]?.length ?? 0) > importLimits.columns && lines.slice(0, 50).some((line) => (line.match(/[,;\t|]/g)?.length ?? 0) >= importLimits.columns)) {
    throw new AppError('import.tooManyColumns', { limit: importLimits.columns });
  }
  return { sample: { name, lines, complete: head.complete }, encoding };
}

async function* oneBlock(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
