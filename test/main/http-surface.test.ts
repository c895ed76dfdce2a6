import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/main/http-surface/content-security-policy.ts';
import { resolveStatic } from '../../src/main/http-surface/resolve-static.ts';

const folder = mkdtempSync(join(tmpdir(), 'chartroom-static-'));
const root = join(folder, 'renderer');

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-secret'));
  for (const file of ['renderer/index.html', 'renderer/assets/main-Ab_1.js', 'renderer/assets/notes.txt', 'secret.json', 'renderer-secret/a.json', 'renderer/.hidden.json']) writeFileSync(join(folder, file), 'x');
  symlinkSync(join(folder, 'secret.json'), join(root, 'link.json'));
  symlinkSync(folder, join(root, 'up'));
  mkdirSync(join(root, 'folder.js'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('S3 files of the build are found with their type', () => {
  expect(resolveStatic(root, '/')).toMatchObject({ contentType: 'text/html; charset=utf-8', bytes: 1 });
  expect(resolveStatic(root, '/assets/main-Ab_1.js')).toMatchObject({ contentType: 'text/javascript; charset=utf-8' });
});

test.each([
  '', 'index.html', '/..', '/../secret.json', '/assets/../../secret.json', '/%2e%2e/secret.json', '/%2E%2E%2Fsecret.json', '/..%5csecret.json', '/..\\secret.json',
  '/assets%2f..%2f..%2fsecret.json', '/index.html%00', '/index.html\0', '//index.html', '/assets//main-Ab_1.js', '/./index.html', '//etc/passwd', '/etc/passwd', '/C:/a.json', 'http://bundle/index.html',
  '/../renderer-secret/a.json', '/link.json', '/up/secret.json', '/assets', '/assets/', '/folder.js', '/assets/notes.txt', '/assets/none.js', '/.hidden.json', '/index.html/', '/index.html?x', `/${'a'.repeat(600)}.js`,
])('S3 refuses %j', (path) => {
  expect(resolveStatic(root, path)).toBeNull();
});

describe('S4 the content security policy', () => {
  test('S4 allows the own files and nothing else', () => {
    const directives = Object.fromEntries(contentSecurityPolicy.split('; ').map((directive) => directive.split(/ (.*)/, 2)));
    expect(directives).toEqual({
      'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'img-src': "'self' data:", 'font-src': "'self'", 'connect-src': "'self'",
      'base-uri': "'none'", 'form-action': "'none'", 'frame-ancestors': "'none'", 'object-src': "'none'",
    });
  });
});
