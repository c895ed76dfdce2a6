import type { Frequency } from './frequency.ts';

const minuteMs = 60_000;
const lengths: Readonly<Partial<Record<Frequency, number>>> = { '1m': minuteMs, '5m': 5 * minuteMs, '15m': 15 * minuteMs, '30m': 30 * minuteMs, '1h': 60 * minuteMs, '4h': 240 * minuteMs };

/** How long an intraday bar lasts in milliseconds; null for days and longer, whose length the calendar says. */
export function barLengthMs(freq: Frequency): number | null {
  return lengths[freq] ?? null;
}
