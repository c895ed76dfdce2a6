import { closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { atomicWrite, type FileSteps } from '../../../src/main/files/atomic-write.ts';
import { AppError } from '../../../src/shared/app-error.ts';

const real: FileSteps = { open: openSync, write: writeSync, sync: fsyncSync, close: closeSync, rename: renameSync };

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-write-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, 'old');
  return { folder, file };
}

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

test('D5 a file is replaced whole', () => {
  const { file, folder } = setUp();
  atomicWrite(file, 'new 中文');
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['new 中文', ['report.html']]);
});

test.each(['open', 'write', 'sync', 'rename'] as const)('D5 when %s fails the old file stays and nothing is left behind', (step) => {
  const { file, folder } = setUp();
  expect(() => atomicWrite(file, 'new', { ...real, [step]: failing('EIO') })).toThrow('EIO');
  expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['old', ['report.html']]);
});

test('R9 a full disk is told as such', () => {
  const { file } = setUp();
  expect(() => atomicWrite(file, 'new', { ...real, write: failing('ENOSPC') })).toThrow(new AppError('file.full', { file }));
});

test('D5 a short write is continued', () => {
  const { file } = setUp();
  const byteByByte = (handle: number, bytes: Uint8Array, offset: number): number => writeSync(handle, bytes, offset, 1);
  atomicWrite(file, 'new', { ...real, write: byteByByte as typeof writeSync });
  expect(readFileSync(file, 'utf8')).toBe('new');
});

test('D4 a link in the place of the target is refused', () => {
  const { file, folder } = setUp();
  const link = join(folder, 'link.html');
  symlinkSync(file, link);
  expect(() => atomicWrite(link, 'new')).toThrow(new AppError('file.link', { file: link }));
  expect(readFileSync(file, 'utf8')).toBe('old');
});
