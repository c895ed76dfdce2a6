import { sentimentClasses, type Sentiment, type SentimentClass } from './sentiment.ts';

export interface SentimentDistribution {
  readonly counts: Readonly<Record<SentimentClass, number>>;
  /** Texts for which no word list fits. */
  readonly unsupported: number;
  /** Mean score weighted by confidence; null without any evidence. */
  readonly mean: number | null;
}

/** How the sentiment of many texts is spread over the five classes. */
export function sentimentDistribution(results: readonly Sentiment[]): SentimentDistribution {
  const counts = Object.fromEntries(sentimentClasses.map((one) => [one, results.filter((result) => result.class === one).length])) as Record<SentimentClass, number>;
  const weight = results.reduce((sum, { confidence }) => sum + confidence, 0);
  const mean = weight > 0 ? results.reduce((sum, { confidence, score }) => sum + confidence * score, 0) / weight : null;
  return { counts, unsupported: results.filter((result) => result.class === null).length, mean };
}
