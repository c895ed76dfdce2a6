import type { NewsMood } from '../../shared/contract/news.ts';
import { englishForms } from './english-forms.ts';
import type { Lexicon } from './lexicon.ts';

/** A term that counted, and how. */
interface SentimentHit {
  readonly term: string;
  /** Position of its first character in the text, from 0. */
  readonly position: number;
  /** Weight after negation and degree. */
  readonly weight: number;
  readonly negatedBy: string | null;
  readonly degree: string | null;
}

export interface Sentiment {
  /** Null where no word list fits the text. */
  readonly class: NewsMood | null;
  /** Sum of the weights over the square root of their number: a long text is not stronger for being long. */
  readonly score: number;
  /** 0..1: how much was found and how far it agrees. 0 without any hit: neutral for want of evidence. */
  readonly confidence: number;
  readonly hits: readonly SentimentHit[];
}

/** How far back a negation or degree reaches: characters in Chinese, words in English. */
const reach = { zh: 4, en: 3 } as const;

/**
 * The sentiment of a headline or text by word lists. Longest terms win; a term within another is not counted. A negation before a term
 * turns it round at half strength ("not a plunge" is not a surge).
 */
export function sentiment(text: string, lexicons: readonly Lexicon[]): Sentiment {
  const han = /\p{Script=Han}/u.test(text);
  const language = han ? 'zh' : /[A-Za-z]{2}/.test(text) ? 'en' : null;
  const lexicon = lexicons.find((one) => one.language === language);
  if (lexicon === undefined) return { class: null, score: 0, confidence: 0, hits: [] };
  const hits = lexicon.language === 'zh' ? chineseHits(text, lexicon) : englishHits(text, lexicon);
  let [sum, size] = [0, 0];
  for (const { weight } of hits) {
    sum += weight;
    size += Math.abs(weight);
  }
  const score = hits.length > 0 ? sum / Math.sqrt(hits.length) : 0;
  const confidence = size > 0 ? (Math.abs(sum) / size) * (1 - 0.5 ** size) : 0;
  return { class: classOf(score), score, confidence, hits };
}

function classOf(score: number): NewsMood {
  if (score <= -1.75) return 'veryNegative';
  if (score <= -0.4) return 'negative';
  if (score < 0.4) return 'neutral';
  return score < 1.75 ? 'positive' : 'veryPositive';
}

/** Places at which something was found: `at` and `end` count characters in Chinese and words in English. */
interface Found {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

function weigh(term: Found & { readonly weight: number }, before: readonly Found[], lexicon: Lexicon, position: number): SentimentHit {
  const near = before.filter(({ end }) => end <= term.at && term.at - end < reach[lexicon.language]);
  const negatedBy = near.findLast(({ text }) => lexicon.negations.has(text))?.text ?? null;
  const degree = near.findLast(({ text }) => lexicon.degrees.has(text))?.text ?? null;
  const scaled = term.weight * (lexicon.degrees.get(degree ?? '') ?? 1);
  return { term: term.text, position, weight: negatedBy === null ? scaled : -scaled / 2, negatedBy, degree };
}

function chineseHits(text: string, lexicon: Lexicon): SentimentHit[] {
  const hits: SentimentHit[] = [];
  let before: Found[] = [];
  let at = 0;
  while (at < text.length) {
    // A clause ends the reach of a negation.
    if (/[，。；！？,;!?\s]/.test(text.charAt(at))) before = [];
    let end = at + 1;
    for (let size = Math.min(lexicon.longest, text.length - at); size > 0; size -= 1) {
      const part = text.slice(at, at + size);
      const weight = lexicon.weights.get(part);
      if (weight === undefined && !lexicon.negations.has(part) && !lexicon.degrees.has(part)) continue;
      end = at + size;
      if (weight === undefined) before.push({ at, end, text: part });
      else hits.push(weigh({ at, end, text: part, weight }, before, lexicon, at));
      break;
    }
    at = end;
  }
  return hits;
}

function englishHits(text: string, lexicon: Lexicon): SentimentHit[] {
  const words = [...text.toLowerCase().replaceAll('’', "'").matchAll(/[a-z]+(?:['-][a-z]+)*|[.;!?]/g)];
  const hits: SentimentHit[] = [];
  let before: Found[] = [];
  let at = 0;
  while (at < words.length) {
    if (/^[.;!?]$/.test(words[at]?.[0] ?? '')) before = [];
    let end = at + 1;
    for (let size = Math.min(lexicon.longest, words.length - at); size > 0; size -= 1) {
      const phrase = words.slice(at, at + size).map(([word]) => word);
      const known = (size === 1 ? englishForms(phrase[0] ?? '') : [phrase.join(' ')]).find(
        (form) => lexicon.weights.has(form) || lexicon.negations.has(form) || lexicon.degrees.has(form),
      );
      if (known === undefined) continue;
      end = at + size;
      const weight = lexicon.weights.get(known);
      if (weight === undefined) before.push({ at, end, text: known });
      else hits.push(weigh({ at, end, text: known, weight }, before, lexicon, words[at]?.index ?? 0));
      break;
    }
    at = end;
  }
  return hits;
}
