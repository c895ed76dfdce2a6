import { exchangeByMic } from '../../shared/exchanges.ts';

/** The five dimensions of the score in the order in which they are shown. */
export const scoreDimensions = ['trend', 'volatility', 'technical', 'volume', 'momentum'] as const;
export type ScoreDimension = (typeof scoreDimensions)[number];

/** Weighting variants by market. */
const scoreMarkets = ['CN', 'US', 'HK'] as const;
export type ScoreMarket = (typeof scoreMarkets)[number];

/** The points of a dimension in the base variant, which is CN. */
export const basePoints: Readonly<Record<ScoreDimension, number>> = { trend: 30, volatility: 15, technical: 25, volume: 20, momentum: 10 };

const marketPoints: Readonly<Record<ScoreMarket, Readonly<Record<ScoreDimension, number>>>> = {
  CN: basePoints,
  US: { ...basePoints, trend: 35, volatility: 10, momentum: 15 },
  HK: { ...basePoints, volatility: 20, volume: 25 },
};

/**
 * The points of a dimension in a market's variant, brought to a sum of 100: the variants' own weights add up to 105 and 110, and
 * cutting the total at 100 would make the best symbols equal.
 */
export function scorePoints(market: ScoreMarket): Record<ScoreDimension, number> {
  const points = marketPoints[market];
  const sum = scoreDimensions.reduce((total, dimension) => total + points[dimension], 0);
  return Object.fromEntries(scoreDimensions.map((dimension) => [dimension, (points[dimension] * 100) / sum])) as Record<ScoreDimension, number>;
}

/** The variant for an instrument's exchange; mainland China's where there is none of its own. */
export function scoreMarketOf(symbol: string): ScoreMarket {
  const market = exchangeByMic(symbol.slice(0, symbol.indexOf(':')))?.market;
  return market === 'US' || market === 'HK' ? market : 'CN';
}
