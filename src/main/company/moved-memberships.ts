import type { TradingDate } from '../../shared/time.ts';
import type { ImportChunk } from '../store/import-store.ts';
import type { IndustryMembership } from '../store/industry-membership.ts';
import type { Instrument } from '../store/store.ts';

interface Listed {
  /** The source, whose classification it is too. */
  readonly source: string;
  readonly shares: readonly Pick<Instrument, 'id' | 'symbol' | 'mic'>[];
  /** Symbols by industry; null where that could not be found out. */
  readonly members: ReadonlyMap<string, readonly string[] | null>;
  readonly stored: readonly IndustryMembership[];
  /** The day from which what is listed now holds. */
  readonly dayOf: (share: Listed['shares'][number]) => TradingDate | null;
}

/**
 * What to write so that the store says what a source lists: shares new to an industry, and the end of what they were in before. A share
 * listed in several counts in the widest. One of an industry that could not be found out stays there, and so does one that is listed nowhere.
 */
export function movedMemberships({ source, shares, members, stored, dayOf }: Listed): NonNullable<ImportChunk['memberships']> {
  const industryOf = new Map<string, string>();
  const widest = [...members].flatMap(([name, symbols]) => (symbols === null ? [] : [{ name, symbols }])).sort((a, b) => b.symbols.length - a.symbols.length);
  for (const { name, symbols } of widest) for (const symbol of symbols) if (!industryOf.has(symbol)) industryOf.set(symbol, name);
  const current = new Map(stored.filter(({ scheme, validUntil }) => scheme === source && validUntil === null).map((one) => [one.instrument, one]));
  return shares.flatMap((share) => {
    const { id, symbol } = share;
    const [industry, day, before] = [industryOf.get(symbol), dayOf(share), current.get(id)];
    if (industry === undefined || day === null || before?.industry === industry) return [];
    if (before !== undefined && members.get(before.industry) === null) return [];
    const next = { symbol, scheme: source, industry, validFrom: day, validUntil: null, source };
    const ended = before === undefined || before.validFrom === day ? [] : [{ symbol, scheme: source, industry: before.industry, validFrom: before.validFrom, validUntil: day, source: before.source }];
    return [...ended, next];
  });
}
