import { parseTradingDate, type TradingDate } from '../time.ts';

/** A row of a rules table. It holds from its date (ISO) until a later row of the same list and board. */
interface DatedRow {
  readonly from: string;
  /** Boards it is for; all without it. */
  readonly boards?: readonly string[];
}

/** The trading rules of a market as its JSON file holds them (`resources/market-rules`). */
export interface MarketRulesTable {
  readonly id: string;
  readonly mics: readonly string[];
  readonly note: string;
  /** The last date up to which the rows were checked; later dates are `assumed`. */
  readonly verifiedTo: string;
  /** The first board whose exchange and code prefix fit is an instrument's board. */
  readonly boards: readonly { readonly board: string; readonly mics: readonly string[]; readonly prefixes: readonly string[] }[];
  readonly limits: readonly (DatedRow & {
    readonly upPercent: number | null;
    readonly downPercent: number | null;
    /** Applies to shares under risk warning (ST) only. */
    readonly status?: 'riskWarning';
  })[];
  /** Limits of the first sessions after listing, before the usual ones. */
  readonly listing: readonly (DatedRow & { readonly sessions: number; readonly upPercent: number | null; readonly downPercent: number | null })[];
  readonly lots: readonly (DatedRow & { readonly minimum: number; readonly step: number })[];
  /** Tick by price: the first band whose `below` exceeds the price; null has no upper end. */
  readonly ticks: readonly (DatedRow & { readonly bands: readonly { readonly below: number | null; readonly tick: number }[] })[];
  /** Sessions after buying until the shares can be sold. */
  readonly settlement: readonly (DatedRow & { readonly sessions: number })[];
  /** Taxes and fees as shares of the traded value; rows of each name replace one another. */
  readonly levies: readonly (DatedRow & { readonly name: string; readonly buy: number; readonly sell: number })[];
}

export interface Listing {
  readonly mic: string;
  readonly code: string;
  /** Under risk warning (ST, *ST) on the date. */
  readonly riskWarning: boolean;
  /** Sessions since listing, the first being 0; null for long or unknown. */
  readonly sessionsListed: number | null;
}

/** The rules for one instrument on one date. Null limits mean none. */
export interface TradingRules {
  readonly board: string | null;
  readonly upPercent: number | null;
  readonly downPercent: number | null;
  readonly lotMinimum: number;
  readonly lotStep: number;
  readonly ticks: readonly { readonly below: number | null; readonly tick: number }[];
  readonly settlementSessions: number;
  readonly buyRate: number;
  readonly sellRate: number;
  /** Whether the date lies beyond what was checked, or before the first row. */
  readonly assumed: boolean;
}

export function tradingRules(table: MarketRulesTable, listing: Listing, date: TradingDate): TradingRules {
  const board = table.boards.find(({ mics, prefixes }) => mics.includes(listing.mic) && prefixes.some((prefix) => listing.code.startsWith(prefix)))?.board ?? null;
  const applies = (row: DatedRow): boolean => isFrom(row, date) && (row.boards === undefined || (board !== null && row.boards.includes(board)));
  const newest = <Row extends DatedRow>(rows: readonly Row[]): Row | undefined => rows.findLast(applies);
  const usual = newest(table.limits.filter(({ status }) => status === undefined));
  const warned = listing.riskWarning ? newest(table.limits.filter(({ status }) => status === 'riskWarning')) : undefined;
  const fresh = newest(table.listing);
  const isFresh = fresh !== undefined && listing.sessionsListed !== null && listing.sessionsListed < fresh.sessions;
  const limit = isFresh ? fresh : (warned ?? usual);
  const lot = newest(table.lots);
  const levies = new Map(table.levies.filter(applies).map((row) => [row.name, row]));
  const sum = (side: 'buy' | 'sell'): number => [...levies.values()].reduce((total, row) => total + row[side], 0);
  return {
    board,
    upPercent: limit?.upPercent ?? null,
    downPercent: limit?.downPercent ?? null,
    lotMinimum: lot?.minimum ?? 0,
    lotStep: lot?.step ?? 0,
    ticks: newest(table.ticks)?.bands ?? [],
    settlementSessions: newest(table.settlement)?.sessions ?? 0,
    buyRate: sum('buy'),
    sellRate: sum('sell'),
    assumed: date > (parseTradingDate(table.verifiedTo) ?? Infinity) || lot === undefined,
  };
}

function isFrom(row: DatedRow, date: TradingDate): boolean {
  return (parseTradingDate(row.from) ?? Infinity) <= date;
}

/** The tick at a price; null where the rules know none. */
export function tickAt(rules: Pick<TradingRules, 'ticks'>, price: number): number | null {
  return rules.ticks.find(({ below }) => below === null || price < below)?.tick ?? null;
}

/** Lowest and highest price allowed after a previous close, rounded to the tick; infinite where there is no limit. */
export function limitPrices(rules: TradingRules, previousClose: number): { readonly lower: number; readonly upper: number } {
  const round = (price: number): number => {
    const tick = tickAt(rules, price);
    // Half a tick goes up, as exchanges round; the dust of the product must not tip it down.
    return tick === null ? price : Number((Math.floor(price / tick + 0.5 + 1e-9) * tick).toPrecision(12));
  };
  return {
    lower: rules.downPercent === null ? 0 : round(previousClose * (1 - rules.downPercent / 100)),
    upper: rules.upPercent === null ? Infinity : round(previousClose * (1 + rules.upPercent / 100)),
  };
}

/** The largest quantity up to `wanted` that may be bought: 0 below the smallest lot. A step of 0 allows any fraction. */
export function buyableQuantity(rules: Pick<TradingRules, 'lotMinimum' | 'lotStep'>, wanted: number): number {
  if (wanted < rules.lotMinimum) return 0;
  if (rules.lotStep === 0) return wanted;
  return rules.lotMinimum + Math.floor((wanted - rules.lotMinimum) / rules.lotStep + 1e-9) * rules.lotStep;
}
