import type { TradingDate } from '../../shared/time.ts';

const flowSizes = ['superLarge', 'large', 'medium', 'small'] as const;
type FlowSize = (typeof flowSizes)[number];

/** Net inflow of one day in currency, by order size, and in percent of the day's turnover. */
export interface FlowDay {
  readonly date: TradingDate;
  readonly net: Readonly<Record<FlowSize, number>>;
  readonly percent: Readonly<Record<FlowSize, number>>;
}

interface FlowShare {
  readonly net: number;
  readonly meanPercent: number;
  readonly positiveDays: number;
  readonly negativeDays: number;
}

/**
 * Net flow of the newest days by order size. `main` is super-large and large together. What one side buys the other sells, so the
 * sizes mirror each other and no total is formed.
 */
export interface FlowSplit {
  readonly from: TradingDate;
  readonly to: TradingDate;
  readonly days: number;
  readonly main: FlowShare;
  readonly sizes: Readonly<Record<FlowSize, FlowShare>>;
}

/** Splits the newest `count` days (ten by custom), whatever the order of the rows; null without any. Source: models.md 1.13. */
export function capitalFlowSplit(rows: readonly FlowDay[], count: number): FlowSplit | null {
  const days = [...rows].sort((a, b) => a.date - b.date).slice(-count);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const share = (net: (day: FlowDay) => number, percent: (day: FlowDay) => number): FlowShare => ({
    net: days.reduce((sum, day) => sum + net(day), 0),
    meanPercent: days.reduce((sum, day) => sum + percent(day), 0) / days.length,
    positiveDays: days.filter((day) => net(day) > 0).length,
    negativeDays: days.filter((day) => net(day) < 0).length,
  });
  const ofSize = (size: FlowSize): FlowShare => share((day) => day.net[size], (day) => day.percent[size]);
  return {
    from: first.date,
    to: last.date,
    days: days.length,
    main: share((day) => day.net.superLarge + day.net.large, (day) => day.percent.superLarge + day.percent.large),
    sizes: { superLarge: ofSize('superLarge'), large: ofSize('large'), medium: ofSize('medium'), small: ofSize('small') },
  };
}
