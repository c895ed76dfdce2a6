import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesHandlers } from '../../../src/main/api/files.ts';
import { FileTokens } from '../../../src/main/files/file-tokens.ts';
import { countingToken } from '../../doubles/counting-token.ts';

const caller = { id: 'test' };
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The handlers over dialogs in which the user chooses one path, or cancels. */
function setUp(chosen: string | null) {
  const tokens = new FileTokens(countingToken());
  const dialogs = { open: async () => (chosen === null ? [] : [chosen]), save: async () => chosen };
  return { tokens, handlers: filesHandlers(tokens, dialogs), without: filesHandlers(tokens, null) };
}

test('D4 a folder chosen for writing is not readable by its token, and the other way round', async () => {
  const { tokens, handlers } = setUp(folder);
  const [write] = await handlers['files.open']({ folder: true, use: 'write' }, caller);
  const [read] = await handlers['files.open']({ folder: true, use: 'read' }, caller);
  expect(tokens.resolve(write?.token ?? '', 'write').path).toBe(folder);
  expect(() => tokens.resolve(write?.token ?? '', 'read')).toThrow('no longer available');
  expect(() => tokens.resolve(read?.token ?? '', 'write')).toThrow('no longer available');
});

test('D4 a file that main made is copied to where the user says', async () => {
  const { tokens, handlers } = setUp(join(folder, 'kept.html'));
  writeFileSync(join(folder, 'made.html'), 'x');
  const made = tokens.grantRead(join(folder, 'made.html'));
  expect(await handlers['files.keep']({ token: made.token }, caller)).toMatchObject({ name: 'kept.html', bytes: 1 });
  expect(readFileSync(join(folder, 'kept.html'), 'utf8')).toBe('x');
});

test('D4 nothing is written when the user cancels, the token is unknown or the host has no dialogs', async () => {
  const { tokens, handlers, without } = setUp(null);
  writeFileSync(join(folder, 'made.html'), 'x');
  const { token } = tokens.grantRead(join(folder, 'made.html'));
  expect(await handlers['files.keep']({ token }, caller)).toBeNull();
  await expect(handlers['files.keep']({ token: 'none' }, caller)).rejects.toMatchObject({ code: 'file.token' });
  await expect(without['files.keep']({ token }, caller)).rejects.toMatchObject({ code: 'file.noDialogs' });
  expect(existsSync(join(folder, 'kept.html'))).toBe(false);
});
