import type { LocalText } from './local-text.ts';

type Plot = 'line' | 'candle' | 'histogram' | 'dots' | 'step' | 'hidden';

/** One output column: its legend and how a chart draws it. */
export interface Output {
  readonly label: LocalText;
  readonly plot: Plot;
  /** The plot is moved by as many bars as this parameter says, ahead or back; the column itself stays at the bar it is computed on. */
  readonly shift?: { readonly parameter: string; readonly direction: 'ahead' | 'back' };
}

/** An output drawn as a line; the Chinese label defaults to the English one for letters such as K, D, J. */
export function line(en: string, zh: string = en): Output {
  return { label: { en, zh }, plot: 'line' };
}

/** An output drawn in another way. */
export function plotted(plot: Plot, en: string, zh: string = en): Output {
  return { label: { en, zh }, plot };
}
