import { resolveColour } from '../theme/resolve-colour.ts';
import type { ColorName } from './shape.ts';

/** Every chart colour of the theme in force, as `#rrggbb`. */
export type ThemeColors = Readonly<Record<ColorName, string>>;

const tokens = {
  panel: '--panel', raised: '--raised', line: '--line', text: '--text', muted: '--muted', accent: '--accent', warn: '--warn', bad: '--bad',
  good: '--good', rise: '--rise', fall: '--fall', series1: '--series-1', series2: '--series-2', series3: '--series-3', series4: '--series-4',
  series5: '--series-5', series6: '--series-6', series7: '--series-7', series8: '--series-8',
} as const satisfies Readonly<Record<ColorName, `--${string}`>>;

/** Reads the theme's tokens where an element stands. */
export function readThemeColors(element: HTMLElement): ThemeColors {
  const colors: Record<string, string> = {};
  for (const [name, token] of Object.entries(tokens)) colors[name] = resolveColour(token, element);
  return colors as Record<ColorName, string>;
}
