/** Rules that are there from the start, by id; their names stand in the message catalogue under `rule.<id>`. */
export const readyRules = {
  trendStart: 'ema(20) crosses above ema(60) within 5 bars and close > ema(20)',
  strongScore: 'score >= 70',
  oversoldTurn: 'rsi(14) crosses above 30 within 3 bars',
  breakout: 'close > highest(60) and relative-volume(20) > 1.5',
  macdCross: 'macd.macd(12, 26, 9) crosses above macd.signal(12, 26, 9) within 3 bars and macd.macd(12, 26, 9) < 0',
  bandSqueeze: 'close > bollinger.upper(20, 2) and relative-volume(20) > 1.2',
  rankJump: 'rankChangePercent >= 20 and score >= 55',
  needle: 'needle >= 70',
  hamaTurn: 'hama.cross = up within 5 bars and hama.state = bullish',
  chanBuy: 'chan.buy >= 1 within 5 bars',
} as const satisfies Readonly<Record<string, string>>;
