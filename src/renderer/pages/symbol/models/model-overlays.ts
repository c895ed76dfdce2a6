import type { TFunction } from 'i18next';
import type { DataHeader } from '../../../../shared/contract/model-figures.ts';
import { formatNumber } from '../../../../shared/format/format-number.ts';
import type { Language } from '../../../../shared/i18n/language.ts';
import { modelText } from '../../../../shared/i18n/model-text.ts';
import { seriesDecimals } from '../../../../shared/format/series-decimals.ts';
import type { Overlay } from '../../../charts/overlay.ts';
import { coneOverlay } from '../../../charts/overlays/cone-overlay.ts';
import { priceLevelsOverlay, type PriceLevel } from '../../../charts/overlays/price-levels-overlay.ts';
import type { ChartSeries } from '../chart-series.ts';
import type { ModelAnswers } from './model-answers.ts';

/** What the models lay over the price; null for those that are off or not read yet. */
export interface ModelViews {
  readonly levels: ModelAnswers['levels'] | null;
  readonly scenario: ModelAnswers['scenario'] | null;
}

export interface ModelOverlays {
  readonly overlays: readonly Overlay[];
  /** Bars' worth of space that they need after the newest bar. */
  readonly ahead: number;
}

/** Levels and cone over the bars they were computed from; on other bars or another basis they would lie about the price. */
export function modelOverlays(series: ChartSeries, { levels, scenario }: ModelViews, language: Language, t: TFunction): ModelOverlays {
  const decimals = seriesDecimals(series.bars.close);
  const price = (value: number): string => formatNumber(value, decimals);
  const overlays: Overlay[] = [];
  let ahead = 0;
  if (levels !== null && anchorOf(series, levels, levels.close) !== null) {
    const line = (side: PriceLevel['side']) => ({ price: at, sources }: ModelAnswers['levels']['supports'][number]): PriceLevel => ({
      side,
      price: at,
      strength: sources.length,
      text: `${t(`levels.${side}`)} ${price(at)} · ${sources.map((source) => modelText(`level.${source}`, language)).join(' + ')}`,
    });
    overlays.push(priceLevelsOverlay([...levels.supports.map(line('support')), ...levels.resistances.map(line('resistance'))]));
  }
  const cone = scenario?.cone ?? null;
  const index = scenario === null || cone === null ? null : anchorOf(series, scenario, cone.close);
  if (cone !== null && index !== null) {
    overlays.push(coneOverlay({ index, close: cone.close, bands: cone.bands }, t('scenario.legend', { count: cone.bands.length }), price));
    ahead = Math.max(0, index + cone.bands.length - (series.bars.close.length - 1));
  }
  return { overlays, ahead };
}

/** The bar of the series that an answer ends on; null when it was made from other bars. */
export function anchorOf({ bars, reply }: ChartSeries, answer: DataHeader, close: number | null): number | null {
  const index = answer.bars - 1;
  const own = bars.close[index];
  if (answer.symbol !== reply.series.symbol || own === undefined || close === null) return null;
  return Math.abs(own - close) <= 1e-9 * Math.abs(close) ? index : null;
}
