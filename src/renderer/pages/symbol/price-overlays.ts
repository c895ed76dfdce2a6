import type { Overlay } from '../../charts/overlay.ts';
import { chanOverlay, type ChanOverlayTexts } from '../../charts/overlays/chan-overlay.ts';
import { hamaOverlay, type HamaOverlayOptions } from '../../charts/overlays/hama-overlay.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import type { ChanView } from './chan-view.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSettings } from './chart-settings.ts';
import type { HamaView } from './hama-view.ts';

/** The overlays that are switched on and can be computed, the one drawn last on top. */
export function priceOverlays(
  { bars }: ChartSeries,
  settings: ChartSettings,
  views: { readonly hama: HamaView | null; readonly chan: ChanView | null },
  texts: { readonly chan: ChanOverlayTexts; readonly hama: HamaOverlayOptions['states'] },
): readonly Overlay[] {
  const overlays: Overlay[] = [];
  const { hama, chan } = settings;
  if (hama.isShown && views.hama?.kind === 'ready') {
    const { columns } = views.hama;
    overlays.push(hamaOverlay(bars, columns, { title: `HAMA ${hama.preset}`, decimals: seriesDecimals(bars.close), showsBands: hama.showsBands, states: texts.hama }));
  }
  if (chan.isShown && views.chan?.kind === 'ready') overlays.push(chanOverlay(views.chan.structure, new Set(chan.parts), texts.chan));
  return overlays;
}
