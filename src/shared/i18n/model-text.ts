import { formatNumber } from '../format/format-number.ts';
import type { Language } from './language.ts';
import { messageCatalog, type MessageKey } from './message-catalog.ts';

/** A figure of a model's sentence: a number, a code of the models' texts, or text as it came. */
type ModelFigure = number | null | { readonly code: string } | { readonly text: string };

/**
 * The text of a model's code (a rule, a state, a sentence) with its figures filled in; a code without a text is shown as it is.
 * Numbers take as many decimals as the text names (`{score:1}`), else as `decimalsOf` says.
 */
export function modelText(code: string, language: Language, figures: Readonly<Record<string, ModelFigure>> = {}): string {
  const key = `model.${code}`;
  if (!Object.hasOwn(messageCatalog, key)) return code;
  return messageCatalog[key as MessageKey][language].replace(/\{(\w+)(?::(\d))?\}/g, (whole, name: string, decimals?: string) => {
    const figure = figures[name];
    if (figure === undefined) return whole;
    if (figure === null || typeof figure === 'number') return formatNumber(figure, decimals === undefined ? decimalsOf(figure) : Number(decimals));
    return 'code' in figure ? modelText(figure.code, language) : figure.text;
  });
}

/** None for whole numbers, two from 1 on, up to four below. */
function decimalsOf(value: number | null): number {
  if (value === null || Number.isInteger(value)) return 0;
  return Math.abs(value) >= 1 ? 2 : 4;
}
