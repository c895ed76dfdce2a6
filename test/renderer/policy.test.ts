import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../src/renderer');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(tsx?|html)$/.test(name));
const linesWith = (pattern: RegExp): string[] => sources.filter((name) => pattern.test(readFileSync(join(root, name), 'utf8')));

test('S14 no source turns text into markup or code', () => {
  expect(linesWith(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(|new Function\(/)).toEqual([]);
});

test('S4 the page itself holds no inline script, style or handler', () => {
  const html = readFileSync(join(root, 'index.html'), 'utf8');
  expect([/<script(?![^>]*\bsrc=)/.test(html), /<style/.test(html), /\sstyle=/.test(html), /\son\w+=/.test(html)]).toEqual([false, false, false, false]);
});

test('S14 nothing is loaded from elsewhere', () => {
  expect(linesWith(/(?:src|href|url\(|import\(|fetch\()\s*=?\s*["'(]?https?:\/\//)).toEqual([]);
});
