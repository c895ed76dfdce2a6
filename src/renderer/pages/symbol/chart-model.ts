import type { TFunction } from 'i18next';
import { isIntraday } from '../../../shared/frequency.ts';
import { formatAmount } from '../../../shared/format/format-amount.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import type { ChartModel } from '../../charts/chart-model.ts';
import type { Overlay, Pane } from '../../charts/overlay.ts';
import { candleOverlay } from '../../charts/overlays/candle-overlay.ts';
import { indicatorOverlay, indicatorTitle, type ComputedIndicator } from '../../charts/overlays/indicator-overlay.ts';
import { levelOverlay } from '../../charts/overlays/level-overlay.ts';
import { volumeOverlay } from '../../charts/overlays/volume-overlay.ts';
import { scaleRefusal } from '../../charts/price-scale.ts';
import type { ColorName } from '../../charts/shape.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSettings } from './chart-settings.ts';
import { valueFormat } from './value-format.ts';

const palette: readonly ColorName[] = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6', 'series7', 'series8'];

/** Puts a series, its computed indicators and the user's settings together as panes of a chart. */
export function chartModel(
  series: ChartSeries,
  computed: readonly ComputedIndicator[],
  priceOverlays: readonly Overlay[],
  settings: ChartSettings,
  language: Language,
  t: TFunction,
): ChartModel {
  const { bars, pyramid, reply } = series;
  const decimals = seriesDecimals(bars.close);
  const weight = (id: string, start: number): number => settings.weights[id] ?? start;
  const labels = {
    open: t('chart.legend.open'), high: t('chart.legend.high'), low: t('chart.legend.low'), close: t('chart.legend.close'),
    volume: settings.volume ? null : t('chart.legend.volume'),
  };
  let used = 0;
  const onPrice = computed.filter(({ indicator }) => indicator.pane === 'price').map((indicator) => {
    const lines = Object.values(indicator.indicator.outputs).filter(({ plot }) => plot !== 'hidden' && plot !== 'candle').length;
    const colors = Array.from({ length: Math.max(1, lines) }, (_, place) => palette[(used + place) % palette.length] ?? 'muted');
    used += lines;
    return indicatorOverlay(indicator, colors, (value) => formatNumber(value, decimals), language);
  });
  const panes: Pane[] = [{
    id: 'price', title: '', weight: weight('price', 100), axis: 'price', decimals, format: formatNumber,
    overlays: [candleOverlay(bars, pyramid, decimals, labels, language), ...onPrice, ...priceOverlays],
  }];
  if (settings.volume) {
    panes.push({
      id: 'volume', title: t('chart.volume'), weight: weight('volume', 20), axis: 'volume', decimals: 0,
      format: (value) => shortAmount(value, language), overlays: [volumeOverlay(bars, pyramid, language)],
    });
  }
  for (const indicator of computed.filter(({ indicator: { pane } }) => pane === 'own')) panes.push(ownPane(indicator, weight(indicator.key, 26), language));
  const scale = scaleRefusal(settings.scale, bars, reply.series.basis) === null ? settings.scale : 'linear';
  return { key: series.key, bars, intraday: isIntraday(reply.freq), zone: reply.zone, panes, scale, language };
}

function ownPane(computed: ComputedIndicator, weight: number, language: Language): Pane {
  const { format, decimals } = valueFormat(Object.values(computed.columns), language);
  const guides = computed.indicator.guides ?? [];
  return {
    id: computed.key,
    title: indicatorTitle(computed, language),
    weight,
    axis: 'value',
    decimals,
    ...(guides.length > 1 ? { marks: guides } : {}),
    format: (value, axisDecimals) => (Math.abs(value) >= 1e6 ? shortAmount(value, language) : formatNumber(value, axisDecimals)),
    overlays: [
      ...(guides.length === 0 ? [] : [levelOverlay(`${computed.key}/guides`, guides, { color: 'muted', dashed: true, width: 1, opacity: 0.6 })]),
      indicatorOverlay(computed, palette, format, language),
    ],
  };
}

/** An amount without decimals that say nothing: `150M`, `2.5M`. */
function shortAmount(value: number, language: Language): string {
  return formatAmount(value, language, 1).replace(/\.0(?=\D|$)/, '');
}
