import type { TFunction } from 'i18next';
import { formatNumber } from '../../../shared/format/format-number.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import type { Overlay } from '../../charts/overlay.ts';
import { chipOverlay, volumeProfileOverlay } from '../../charts/overlays/profile-overlay.ts';
import type { ChartInput } from './chart-input-columns.ts';
import type { Profile } from './chart-settings.ts';

/** The chosen profile by price; none while the float it needs is not known. */
export function profileOverlays(input: ChartInput, profile: Profile, t: TFunction): readonly Overlay[] {
  if (profile === 'none') return [];
  const decimals = seriesDecimals(input.close);
  const price = (value: number): string => formatNumber(value, decimals);
  const texts = { title: t(`profile.${profile}`), control: t('profile.control'), area: t('profile.area'), average: t('profile.average'), inProfit: t('profile.inProfit') };
  if (profile === 'volume') return [volumeProfileOverlay(input, texts, price)];
  // Until the column is read it is not there, whatever its type says.
  const float: Float64Array | undefined = input.floatShares;
  return float === undefined ? [] : [chipOverlay(input, texts, price)];
}
