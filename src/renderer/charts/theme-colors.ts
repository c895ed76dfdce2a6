import type { ColorName } from './shape.ts';

/** Every chart colour of the theme in force, as `rgb(…)` or `rgba(…)` text. */
export type ThemeColors = Readonly<Record<ColorName, string>>;

const tokens: Readonly<Record<ColorName, string>> = {
  panel: '--panel', raised: '--raised', line: '--line', text: '--text', muted: '--muted', accent: '--accent', warn: '--warn', bad: '--bad',
  good: '--good', rise: '--rise', fall: '--fall', series1: '--series-1', series2: '--series-2', series3: '--series-3', series4: '--series-4',
  series5: '--series-5', series6: '--series-6', series7: '--series-7', series8: '--series-8',
};

/**
 * Reads the theme's tokens where an element stands. Tokens may use any colour space and depend on the scheme, while the drawing library
 * knows rgb alone: the browser resolves each on a probe, and one pixel of it is drawn and read back.
 */
export function readThemeColors(element: HTMLElement): ThemeColors {
  const probe = element.ownerDocument.createElement('span');
  probe.hidden = true;
  element.append(probe);
  const style = getComputedStyle(probe);
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const colors: Record<string, string> = {};
  for (const [name, token] of Object.entries(tokens)) {
    probe.style.color = `var(${token}, currentcolor)`;
    colors[name] = context === null ? style.color : asRgb(context, style.color);
  }
  probe.remove();
  return colors as Record<ColorName, string>;
}

function asRgb(context: CanvasRenderingContext2D, color: string): string {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
}
