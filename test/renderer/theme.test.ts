import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowHeightPx } from '../../src/renderer/components/row-height.ts';
import { preferenceChoices } from '../../src/shared/preferences.ts';

const css = readFileSync(join(import.meta.dirname, '../../src/renderer/theme/tokens.css'), 'utf8');

type Rgb = readonly [number, number, number];

/** OKLCH to linear sRGB, clipped to the gamut (Ottosson, "A perceptual color space for image processing"). */
function linearRgb(lightness: number, chroma: number, hueDegrees: number): Rgb {
  const hue = (hueDegrees * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number): number => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    clip(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    clip(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

/** WCAG 2 contrast ratio. */
function contrast(left: Rgb, right: Rgb): number {
  const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [dark, light] = [luminance(left), luminance(right)].sort((one, other) => one - other) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const half = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)`;
const tokens = new Map(
  [...css.matchAll(new RegExp(String.raw`--([\w-]+): light-dark\(${half}, ${half}\)`, 'g'))].map((match) => {
    const number = (index: number): number => Number(match[index]);
    return [match[1] ?? '', [linearRgb(number(2) / 100, number(3), number(4)), linearRgb(number(5) / 100, number(6), number(7))] as const];
  }),
);

function tooFaint(names: readonly string[], grounds: readonly string[], least: number): string[] {
  return names.flatMap((name) =>
    grounds.flatMap((ground) =>
      ([0, 1] as const).flatMap((theme) => {
        const [text, behind] = [tokens.get(name)?.[theme], tokens.get(ground)?.[theme]];
        return text !== undefined && behind !== undefined && contrast(text, behind) >= least ? [] : [`${name} on ${ground} in ${theme === 0 ? 'light' : 'dark'}`];
      }),
    ),
  );
}

test('text keeps a contrast of 4.5:1 on every ground it stands on', () => {
  const texts = ['text', 'muted', 'accent-text', 'warn-text', 'bad-text', 'good-text', 'red-text', 'green-text', 'blue-text', 'orange-text'];
  expect(tooFaint(texts, ['bg', 'panel', 'raised', 'selected'], 4.5)).toEqual([]);
  expect(tooFaint(['on-accent'], ['accent-text'], 4.5)).toEqual([]);
});

test('marks and series keep a contrast of 3:1 on panels', () => {
  const marks = ['accent', 'warn', 'bad', 'good', 'red', 'green', 'blue', 'orange', 'line-strong', ...Array.from({ length: 8 }, (_, index) => `series-${index + 1}`)];
  expect(tooFaint(marks, ['panel'], 3)).toEqual([]);
});

test('every direction preset has its colours', () => {
  expect(preferenceChoices['ui.direction'].filter((preset) => !css.includes(`[data-direction='${preset}']`))).toEqual([]);
});

test('row heights in script are those of the style sheet', () => {
  const inCss = { normal: Number(/--row: (\d+)px/.exec(css)?.[1]), compact: Number(/compact'\] \{\s*--row: (\d+)px/.exec(css)?.[1]), comfortable: Number(/comfortable'\] \{\s*--row: (\d+)px/.exec(css)?.[1]) };
  expect(inCss).toEqual(rowHeightPx);
});
