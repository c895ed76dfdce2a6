import type { TFunction } from 'i18next';
import type { PresetName } from '../../../analysis/indicators/indicator.ts';

/** A platform's name, or the letter of a set. */
export function presetText(preset: PresetName, t: TFunction): string {
  return preset.length <= 2 ? preset.replace("'", '\u2032') : t(`chart.preset.${preset as 'talib'}`);
}
