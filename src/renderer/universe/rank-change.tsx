import { formatNumber } from '../../shared/format/format-number.ts';
import { DirectionText } from '../components/direction-text.tsx';

/** Places gained or lost against the session before; an en dash where there was no rank. */
export function RankChange({ rank, previousRank }: { readonly rank: number; readonly previousRank: number | null }) {
  if (previousRank === null) return <DirectionText value={NaN} text="–" />;
  const gained = previousRank - rank;
  return <DirectionText value={gained} text={gained === 0 ? '0' : `${gained > 0 ? '▲' : '▼'} ${formatNumber(Math.abs(gained), 0)}`} />;
}
