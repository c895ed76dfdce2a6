import { AppError } from '../../shared/app-error.ts';
import { dayIndex, lastDays, type RankTable } from './rank-table.ts';
import { scaledCount } from './scaled-count.ts';
import { inBand, sigmaBand, type SigmaBand } from './sigma-band.ts';

interface SteadyRise {
  readonly symbol: string;
  /** Rank on each date of the period, oldest first. */
  readonly ranks: readonly number[];
  /** Places gained over the period. */
  readonly total: number;
  /** Places gained a day. */
  readonly daily: number;
  readonly inBand: boolean;
}

interface SteadyRises {
  /** Largest gain first. */
  readonly rises: readonly SteadyRise[];
  readonly band: SigmaBand;
  readonly effectiveMinimum: number;
}

/**
 * Symbols whose rank number fell on every single date of the period (they rose towards rank 1) and that gained at least
 * `minimumImprovement` places in all, stated for a universe of 5,500. A missing date disqualifies.
 */
export function steadyRises(
  table: RankTable,
  options: { readonly date?: string; readonly period: number; readonly minimumImprovement: number; readonly sigma: number },
): SteadyRises {
  const { period, minimumImprovement, sigma } = options;
  if (period < 2) throw new AppError('universe.value', { field: 'period', value: period, allowed: '≥ 2' });
  const days = lastDays(dayIndex(table, options.date), period);
  const width = table.symbols.length;
  const least = scaledCount(minimumImprovement, width);
  const found: Omit<SteadyRise, 'inBand'>[] = [];
  for (let index = 0; index < width; index += 1) {
    const ranks = days.map((day) => table.rank[day * width + index] as number);
    const rises = ranks.every((rank, place) => rank > 0 && (place === 0 || rank < (ranks[place - 1] ?? 0)));
    const total = (ranks[0] ?? 0) - (ranks.at(-1) ?? 0);
    if (rises && total >= least) found.push({ symbol: table.symbols[index] ?? '', ranks, total, daily: total / (period - 1) });
  }
  const band = sigmaBand(
    found.map(({ total }) => total),
    sigma,
  );
  const rises = found
    .map((rise) => ({ ...rise, inBand: inBand(band, rise.total) }))
    .sort((a, b) => b.total - a.total || (a.ranks.at(-1) ?? 0) - (b.ranks.at(-1) ?? 0));
  return { rises, band, effectiveMinimum: least };
}
