import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTerms } from '../../../src/analysis/news/find-terms.ts';
import { hotTopics } from '../../../src/analysis/news/hot-topics.ts';
import { createSymbolLinker } from '../../../src/analysis/news/symbol-linker.ts';
import { TitleIndex } from '../../../src/analysis/news/title-index.ts';

const dayMs = 86_400_000;

describe('titles', () => {
  const index = new TitleIndex<string>();
  index.add('Quovix raises full-year guidance after record quarter', 0, 'guidance');
  index.add('青禾食品上半年净利润同比增长35%', 0, 'qinghe');

  test('that differ in case, punctuation or a word are the same news', () => {
    expect(index.find('QUOVIX raises full-year guidance, after a record quarter!', dayMs)).toBe('guidance');
    expect(index.find('青禾食品：上半年净利润同比增长35%', dayMs)).toBe('qinghe');
  });

  test('of other companies, or far apart in time, are not', () => {
    expect(index.find('北岳重工上半年净利润同比增长3%', dayMs)).toBeNull();
    expect(index.find('Quovix cuts its outlook', dayMs)).toBeNull();
    expect(index.find('Quovix raises full-year guidance after record quarter', 4 * dayMs)).toBeNull();
  });

  test('whatever they hold, a title finds itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 60 }), (title) => {
        const own = new TitleIndex<number>();
        own.add(title, 0, 1);
        const readable = title.replaceAll(/[^\p{L}\p{N}]+/gu, '');
        expect(own.find(title, 0)).toBe(readable.length > 1 ? 1 : null);
      }),
    );
  });
});

describe('the linker', () => {
  const link = createSymbolLinker([
    { symbol: 'XSHG:600519', code: '600519', nameEn: null, nameZh: '青禾食品' },
    { symbol: 'XHKG:00700', code: '00700', nameEn: 'Quovix Holdings Ltd', nameZh: null },
    { symbol: 'XNAS:QVX', code: 'QVX', nameEn: 'Quovix Mills, Inc.', nameZh: null },
    { symbol: 'XNYS:ALL', code: 'ALL', nameEn: 'Allwright Corp.', nameZh: null },
    { symbol: 'XNYS:TGT', code: 'TGT', nameEn: 'Target Corporation', nameZh: null },
  ]);

  test.each([
    ['青禾食品（600519）发布公告', ['XSHG:600519']],
    ['公告称600519将回购', ['XSHG:600519']],
    ['电话16005190不是代码', []],
    ['Shares of Quovix Mills rose', ['XNAS:QVX']],
    ["Quovix Mills' chief and Quovix's board", ['XNAS:QVX', 'XHKG:00700']],
    ['Buy $QVX now', ['XNAS:QVX']],
    ['Quoted (NASDAQ: QVX) in New York', ['XNAS:QVX']],
    ['0700.HK fell', ['XHKG:00700']],
    ['ALL investors hit the target', []],
    ['Target (TGT) reports', ['XNYS:TGT']],
  ])('finds in %s what it names', (text, symbols) => {
    expect([...link(text)].sort()).toEqual([...symbols].sort());
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => void expect(Array.isArray(link(text))).toBe(true)));
  });
});

test('Latin terms count as whole words, Chinese ones anywhere', () => {
  expect(findTerms('AI chips: said the chairman', ['ai', 'chip', 'chips'])).toEqual(['ai', 'chips']);
  expect(findTerms('昨日央行宣布降准', ['央行', '降息'])).toEqual(['央行']);
});

test('topics are counted against the window before', () => {
  const item = (topics: string[], isRecent: boolean, score: number | null = 1) => ({ topics, score, isRecent });
  expect(hotTopics([item(['ai', 'chips'], true), item(['ai'], true, -2), item(['chips'], true, null), item(['chips'], false), item(['oil'], false)])).toEqual([
    { topic: 'ai', count: 2, before: 0, mean: -0.5 },
    { topic: 'chips', count: 2, before: 1, mean: 1 },
  ]);
});
