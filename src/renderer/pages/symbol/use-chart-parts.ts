import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorReply } from '../../../shared/app-error.ts';
import type { ChartModel } from '../../charts/chart-model.ts';
import type { Overlay } from '../../charts/overlay.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { chanTexts } from './chan-texts.ts';
import type { ChanView } from './chan-view.ts';
import { chartModel } from './chart-model.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSettings } from './chart-settings.ts';
import type { ChartInput } from './chart-input-columns.ts';
import { computeChosen, type ComputedChoices } from './compute-chosen.ts';
import { hamaView, type HamaView } from './hama-view.ts';
import { modelOverlays, type ModelViews } from './models/model-overlays.ts';
import { priceOverlays } from './price-overlays.ts';
import { profileOverlays } from './profile-overlays.ts';
import { useChan } from './use-chan.ts';
import { useGivenColumns } from './use-given-columns.ts';

export interface ChartParts {
  readonly input: ChartInput;
  /** Why a column that something on the chart needs cannot be given. */
  readonly missing: ReadonlyMap<string, ErrorReply>;
  readonly choices: ComputedChoices;
  /** Null while neither the overlay nor the panel is open. */
  readonly hama: HamaView | null;
  readonly chan: ChanView | null;
  /** The models, HAMA and Chan as they lie over the price. */
  readonly overlays: readonly Overlay[];
  readonly model: ChartModel;
}

/** Everything computed from the bars on the chart, each part again only when what it rests on changes. */
export function useChartParts(series: ChartSeries, settings: ChartSettings, { levels, scenario }: ModelViews): ChartParts {
  const { t } = useTranslation();
  const language = useLanguage();
  const { bars, reply } = series;
  const { basis } = reply.series;
  const { preset } = settings.hama;
  const { options } = settings.chan;
  const hasHama = settings.hama.isShown;
  const hasChan = settings.chan.isShown || settings.panel === 'chan';
  const given = useGivenColumns(series, settings);
  const choices = useMemo(() => computeChosen(given, basis, settings.indicators), [given, basis, settings.indicators]);
  const hama = useMemo(() => (hasHama ? hamaView(bars, basis, preset) : null), [hasHama, bars, basis, preset]);
  const chan = useChan(bars, basis, options, hasChan);
  const profile = useMemo(() => profileOverlays(given.input, settings.profile, t), [given, settings.profile, t]);
  const models = useMemo(() => modelOverlays(series, { levels, scenario }, language, t), [series, levels, scenario, language, t]);
  const overlays = useMemo(
    () => [...profile, ...models.overlays, ...priceOverlays(series, settings, { hama, chan }, { chan: chanTexts(t), hama: [t('hama.bullish'), t('hama.bearish'), t('hama.ranging')] })],
    [series, settings, hama, chan, profile, models, t],
  );
  const model = useMemo(
    () => ({ ...chartModel(series, choices.computed, overlays, settings, language, t), ahead: models.ahead }),
    [series, choices, overlays, models, settings, language, t],
  );
  return { input: given.input, missing: given.missing, choices, hama, chan, overlays, model };
}
