/** Bar lengths, shortest first. `1M` is one month, `1m` one minute. */
export const frequencies = ['1m', '5m', '15m', '30m', '1h', '4h', '1d', '1w', '1M'] as const;

export type Frequency = (typeof frequencies)[number];

/** Intraday bars are keyed by `UtcMs`, the others by `TradingDate`. */
export function isIntraday(frequency: Frequency): boolean {
  return frequency !== '1d' && frequency !== '1w' && frequency !== '1M';
}
