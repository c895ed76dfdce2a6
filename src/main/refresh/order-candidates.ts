import type { Source } from '../providers/sources.ts';

interface OrderInput {
  /** In the order set for the market, or as the user named them. */
  readonly sources: readonly Source[];
  /** Origins that the symbol has bars of. */
  readonly stored: ReadonlySet<string>;
  /** How many symbols of this run each source stands first for. */
  readonly taken: Map<string, number>;
}

/**
 * Which sources to ask for one symbol, in order: the origin it has a history of goes on, then the others. A source that locks out
 * callers after so many symbols comes last once it has its share of the run.
 */
export function orderCandidates({ sources, stored, taken }: OrderInput): Source[] {
  const spent = ({ facts }: Source): boolean => facts.bulkLimit !== null && (taken.get(facts.name) ?? 0) >= facts.bulkLimit;
  const rank = (source: Source): number => (spent(source) ? 2 : stored.has(source.facts.name) ? 0 : 1);
  const ordered = sources.map((source, index) => ({ source, index })).sort((a, b) => rank(a.source) - rank(b.source) || a.index - b.index).map(({ source }) => source);
  const [first] = ordered;
  if (first !== undefined) taken.set(first.facts.name, (taken.get(first.facts.name) ?? 0) + 1);
  return ordered;
}
