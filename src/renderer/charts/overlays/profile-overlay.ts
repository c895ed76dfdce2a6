import { chipDistribution, type ChipInput } from '../../../analysis/indicators/chip-distribution.ts';
import { volumeProfile } from '../../../analysis/indicators/volume-profile.ts';
import type { LegendItem, Overlay, VisibleRange } from '../overlay.ts';
import type { Box, Pen } from '../shape.ts';

export interface ProfileTexts {
  readonly title: string;
  readonly control: string;
  readonly area: string;
  readonly average: string;
  readonly inProfit: string;
}

/** Part of the picture's width that the longest step takes. */
const widthShare = 0.22;
const steps = 60;
const chipBars = 250;

const inside: Pen = { color: 'accent', width: 0 };
const outside: Pen = { color: 'muted', width: 0 };

/** The volume of the bars on screen by price, from the left edge; the value area stands out, the busiest price the most. */
export function volumeProfileOverlay(bars: { readonly high: Float64Array; readonly low: Float64Array; readonly volume: Float64Array }, texts: ProfileTexts, price: (value: number) => string): Overlay {
  // The legend tells of the bars that were drawn last.
  let legend: readonly LegendItem[] = [];
  return {
    id: 'volume-profile',
    shapes(range) {
      const profile = volumeProfile(bars, range.first, range.last + 1, steps);
      legend = [];
      if (profile === null) return [];
      const { low, step, volume, valueAreaLow, valueAreaHigh, pointOfControl } = profile;
      legend = [{ label: texts.title, value: '' }, { label: texts.control, value: price(pointOfControl) }, { label: texts.area, value: `${price(valueAreaLow)} – ${price(valueAreaHigh)}` }];
      const isInside = (middle: number): boolean => middle >= valueAreaLow && middle <= valueAreaHigh;
      return [{ kind: 'boxes', id: 'volume-profile/steps', boxes: stepBoxes(volume, low, step, range, isInside) }];
    },
    legend: () => legend,
  };
}

/** What the shares of the float cost their holders after the newest bar on screen, by the triangular model; those in profit stand out. */
export function chipOverlay(input: ChipInput, texts: ProfileTexts, price: (value: number) => string): Overlay {
  let legend: readonly LegendItem[] = [];
  return {
    id: 'chips',
    shapes(range) {
      const last = Math.min(range.last, input.close.length - 1);
      const chips = chipDistribution(input, last, chipBars, steps);
      legend = [];
      if (chips === null) return [];
      const close = input.close[last] ?? NaN;
      legend = [{ label: texts.title, value: '' }, { label: texts.average, value: price(chips.averageCost) }, { label: texts.inProfit, value: `${(chips.inProfit * 100).toFixed(1)}%` }];
      return [{ kind: 'boxes', id: 'chips/steps', boxes: stepBoxes(chips.share, chips.low, chips.step, range, (middle) => middle <= close) }];
    },
    legend: () => legend,
  };
}

function stepBoxes(amounts: Float64Array, low: number, step: number, { first, last }: VisibleRange, isInside: (middle: number) => boolean): Box[] {
  const most = amounts.reduce((largest, amount) => Math.max(largest, amount), 0);
  const width = (last - first) * widthShare;
  return Array.from(amounts, (amount, at): Box => {
    const isIn = isInside(low + (at + 0.5) * step);
    return {
      fromIndex: first, toIndex: first + (amount / most) * width, low: low + at * step, high: low + (at + 1) * step,
      pen: isIn ? inside : outside, fillOpacity: amount === most ? 0.5 : isIn ? 0.28 : 0.18,
    };
  }).filter(({ toIndex, fromIndex }) => toIndex > fromIndex);
}
