import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLexicon, type LexiconTable } from '../../../src/analysis/sentiment/lexicon.ts';
import { sentiment, type Sentiment } from '../../../src/analysis/sentiment/sentiment.ts';

const lexicons = (['zh', 'en'] as const).map((language) =>
  createLexicon(JSON.parse(readFileSync(join(import.meta.dirname, `../../../resources/sentiment/${language}.json`), 'utf8')) as LexiconTable),
);
const of = (text: string): Sentiment => sentiment(text, lexicons);

describe('Chinese', () => {
  test('headlines fall into the five classes', () => {
    const texts = ['某公司财务造假被立案调查', '三季度净利润下滑', '公司召开股东大会', '公司拟回购股份', '业绩超预期，股价涨停'];
    expect(texts.map((text) => of(text).class)).toEqual(['veryNegative', 'negative', 'neutral', 'positive', 'veryPositive']);
  });

  test('the longest term counts once: 不及预期 is bad although 超预期 is good', () => {
    expect(of('营收不及预期').hits).toEqual([{ term: '不及预期', position: 2, weight: -1, negatedBy: null, degree: null }]);
  });

  test('a negation turns a term round at half strength, within its clause', () => {
    expect(of('公司否认财务造假').hits).toMatchObject([{ term: '财务造假', weight: 1, negatedBy: '否认' }]);
    expect(of('没有，财务造假').hits).toMatchObject([{ weight: -2, negatedBy: null }]);
  });

  test('degrees strengthen and weaken', () => {
    expect([of('小幅上涨').hits[0]?.weight, of('显著增长').hits[0]?.weight]).toEqual([0.5, 1.5]);
  });
});

describe('English', () => {
  test('headlines fall into the five classes', () => {
    const texts = ['Shares plunge after accounting irregularities', 'Company warns of weaker sales', 'Board meets on Tuesday', 'Chip maker wins approval for plant', 'Stock soars to record high'];
    expect(texts.map((text) => of(text).class)).toEqual(['veryNegative', 'negative', 'neutral', 'positive', 'veryPositive']);
  });

  test('inflected words are found', () => {
    expect(['surged', 'surging', 'falls', 'misses', 'cutting', 'rallies', 'declined'].map((word) => of(`It is ${word}`).hits[0]?.term)).toEqual(['surge', 'surge', 'fall', 'miss', 'cut', 'rally', 'decline']);
  });

  test('not, worked by hand: a plunge of -2 turned round at half is 1', () => {
    expect(of('Shares did not plunge')).toMatchObject({ class: 'positive', score: 1, hits: [{ term: 'plunge', weight: 1, negatedBy: 'not' }] });
  });

  test('a full stop ends the reach of a negation', () => {
    expect(of('No. Shares plunge').hits[0]).toMatchObject({ weight: -2, negatedBy: null });
  });
});

describe('confidence', () => {
  test('agreement of two terms: (1 + 2) ÷ 3 × (1 − ½³) = .875', () => {
    expect(of('业绩增长，股价涨停').confidence).toBe(0.875);
  });

  test('terms that contradict each other leave little', () => {
    expect(of('Profit up but shares fall').confidence).toBe(0);
  });

  test('no hit is neutral with no confidence', () => {
    expect(of('Annual meeting')).toEqual({ class: 'neutral', score: 0, confidence: 0, hits: [] });
  });

  test('a text in no known script has no class', () => {
    expect([of('12345').class, of('Привет').class]).toEqual([null, null]);
  });

  test('it always lies within 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('涨停', '不', '大跌', 'loss ', 'not ', 'gain ', '，', 'x') }), (text) => {
        const { confidence } = of(text);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
    );
  });
});
