import { AppError } from '../../shared/app-error.ts';
import { dayIndex, type RankTable } from './rank-table.ts';
import { scaledCount } from './scaled-count.ts';
import { inBand, sigmaBand, type SigmaBand } from './sigma-band.ts';

interface RankJump {
  readonly symbol: string;
  readonly previousRank: number;
  readonly rank: number;
  /** Places gained. */
  readonly change: number;
  readonly inBand: boolean;
}

interface RankJumps {
  /** Largest gain first. */
  readonly jumps: readonly RankJump[];
  readonly band: SigmaBand;
  readonly effectiveThreshold: number;
}

/**
 * Symbols that gained at least `threshold` places (stated for a universe of 5,500) from one date to the next; a symbol that is not
 * ranked on both has not jumped. The band is that of the gains found.
 */
export function rankJumps(
  table: RankTable,
  options: { readonly date?: string; readonly threshold: number; readonly sigma: number },
): RankJumps {
  const { threshold, sigma } = options;
  if (!(threshold > 0)) throw new AppError('universe.value', { field: 'threshold', value: threshold, allowed: '> 0' });
  const today = dayIndex(table, options.date);
  if (today === 0) throw new AppError('universe.value', { field: 'period', value: 2, allowed: '1' });
  const width = table.symbols.length;
  const least = scaledCount(threshold, width);
  const found: Omit<RankJump, 'inBand'>[] = [];
  for (let index = 0; index < width; index += 1) {
    const rank = table.rank[today * width + index] as number;
    const previousRank = table.rank[(today - 1) * width + index] as number;
    const change = previousRank - rank;
    if (rank > 0 && previousRank > 0 && change >= least) found.push({ symbol: table.symbols[index] ?? '', previousRank, rank, change });
  }
  const band = sigmaBand(
    found.map(({ change }) => change),
    sigma,
  );
  const jumps = found.map((jump) => ({ ...jump, inBand: inBand(band, jump.change) })).sort((a, b) => b.change - a.change || a.rank - b.rank);
  return { jumps, band, effectiveThreshold: least };
}
