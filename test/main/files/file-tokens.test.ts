import { expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { FileTokens } from '../../../src/main/files/file-tokens.ts';
import { countingToken } from '../../doubles/counting-token.ts';

const here = import.meta.filename;

test('D4 a token leads back to its path, and its handle does not name it', () => {
  const tokens = new FileTokens(countingToken());
  const handle = tokens.grantRead(here);
  expect(tokens.resolve(handle.token, 'read').path).toBe(here);
  expect(JSON.stringify(handle)).not.toContain(import.meta.dirname);
});

test('D4 a token for reading does not allow writing', () => {
  const tokens = new FileTokens(countingToken());
  expect(() => tokens.resolve(tokens.grantRead(here).token, 'write')).toThrow(new AppError('file.token'));
});

test('a released token is worth nothing, and its file is let go once', () => {
  const tokens = new FileTokens(countingToken());
  let released = 0;
  const { token } = tokens.grantRead(here, 'a.csv', () => {
    released += 1;
  });
  tokens.release(token);
  tokens.release(token);
  expect(() => tokens.resolve(token, 'read')).toThrow(AppError);
  expect(released).toBe(1);
});
