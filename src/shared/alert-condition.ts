/** What an alert waits for. Each kind has field names of its own, so that a flat schema can hold them all. */
export type AlertCondition =
  /** The close goes through a price (`either`), or comes to lie above or below it. */
  | { readonly kind: 'price'; readonly crosses: 'either' | 'above' | 'below'; readonly price: number }
  /** The close has moved by at least so many percent over so many bars. */
  | { readonly kind: 'move'; readonly moves: 'up' | 'down' | 'either'; readonly percent: number; readonly bars: number }
  /** One side against the other, each a number or a field of the rule language such as `rsi(14)`. */
  | { readonly kind: 'indicator'; readonly left: string; readonly comparison: AlertComparison; readonly right: string }
  | { readonly kind: 'hama'; readonly set: HamaSetName; readonly event: HamaEvent }
  /** `types` narrows new points to some types; empty means any. */
  | { readonly kind: 'chan'; readonly fact: ChanAlertFact; readonly types: readonly ChanPointType[] }
  /** A rule of the scan language comes to hold. */
  | { readonly kind: 'rule'; readonly rule: string }
  /** The data themselves: `sessions` or more closed sessions missing, or a source that failed. */
  | { readonly kind: 'health'; readonly trouble: HealthTrouble; readonly sessions: number };

export type AlertKind = AlertCondition['kind'];

export const alertKinds = ['price', 'move', 'indicator', 'hama', 'chan', 'rule', 'health'] as const satisfies readonly AlertKind[];
export const priceCrossings = ['either', 'above', 'below'] as const;
export const moveDirections = ['up', 'down', 'either'] as const;
export const alertComparisons = ['crosses above', 'crosses below', '>', '<'] as const;
type AlertComparison = (typeof alertComparisons)[number];
export const hamaSetNames = ['A', "A'", 'B', 'C', 'daily'] as const;
export type HamaSetName = (typeof hamaSetNames)[number];
/** States last and are told when they begin; crosses are told on their bar. */
export const hamaEvents = ['bullish', 'bearish', 'ranging', 'crossUp', 'crossDown'] as const;
type HamaEvent = (typeof hamaEvents)[number];
export const chanAlertFacts = ['buy', 'sell', 'backInZone', 'buyDivergence', 'sellDivergence'] as const;
type ChanAlertFact = (typeof chanAlertFacts)[number];
export const chanPointTypes = ['1', '1p', '2', '2s', '3a', '3b'] as const;
export type ChanPointType = (typeof chanPointTypes)[number];
export const healthTroubles = ['stale', 'source'] as const;
type HealthTrouble = (typeof healthTroubles)[number];

/** The fields that belong to each kind, all of them needed. */
export const alertFields = {
  price: ['crosses', 'price'],
  move: ['moves', 'percent', 'bars'],
  indicator: ['left', 'comparison', 'right'],
  hama: ['set', 'event'],
  chan: ['fact', 'types'],
  rule: ['rule'],
  health: ['trouble', 'sessions'],
} as const satisfies { readonly [K in AlertKind]: readonly Exclude<keyof Extract<AlertCondition, { kind: K }>, 'kind'>[] };
