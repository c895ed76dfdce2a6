import type { BarColumns } from '../../shared/bars.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { Pane } from './overlay.ts';
import type { ScaleKind } from './price-scale.ts';

/** What a chart shows. The bars stay in their typed arrays; only the slice on screen reaches the drawing library. */
export interface ChartModel {
  /** Names the series: another key shows its newest bars, the same key keeps the place. */
  readonly key: string;
  readonly bars: BarColumns;
  /** Bars' worth of empty space after the newest, for what reaches into the future. */
  readonly ahead?: number;
  readonly intraday: boolean;
  readonly zone: string;
  readonly panes: readonly Pane[];
  readonly scale: ScaleKind;
  readonly language: Language;
}
