import type { SymbolRow } from '../../shared/contract/symbols.ts';
import type { FigureAge } from './figure-age.ts';

const worst = ['failed', 'stale', 'fresh', 'frozen'] as const;

/** The age of figures of several symbols. What can grow no older (delisted) counts only where nothing else does; null without any bars. */
export function ageOfRows(rows: readonly SymbolRow[]): FigureAge | null {
  const aged = rows.flatMap(({ freshness, to, source, fetchedAt }) => (freshness === null || to === null ? [] : [{ freshness, to, source, fetchedAt }]));
  const growing = aged.filter(({ freshness }) => freshness.state !== 'frozen');
  const told = growing.length > 0 ? growing : aged;
  const [first] = told;
  if (first === undefined) return null;
  let [asOf, oldest, fetchedAt] = [first.to, first.to, first.fetchedAt];
  let behind: number | null = null;
  const counts = new Map<string, number>();
  for (const { freshness, to, source, fetchedAt: at } of told) {
    if (to > asOf) asOf = to;
    if (to < oldest) oldest = to;
    if (at !== null && (fetchedAt === null || at < fetchedAt)) fetchedAt = at;
    if (freshness.sessionsBehind !== null) behind = Math.max(behind ?? 0, freshness.sessionsBehind);
    if (source !== null) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return {
    state: worst.find((state) => told.some(({ freshness }) => freshness.state === state)) ?? 'frozen',
    sessionsBehind: behind,
    asOf,
    oldest: oldest.slice(0, 10) === asOf.slice(0, 10) ? null : oldest,
    sources: [...counts].sort((left, right) => right[1] - left[1]).map(([source]) => source),
    fetchedAt,
    job: 'bars',
  };
}
