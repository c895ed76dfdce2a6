import { figureText } from './figure-text.ts';

/** Cells that stand for "no value". */
const missing = new Set([
  '', 'null', 'none', 'nan', 'nat', 'n/a', 'na', 'n/d', 'n.a.', '<na>', '\\n', '#n/a', '#value!', '#ref!', '#div/0!', '.', '?', '-', '--', '---', '----', '—', '–', '——', '－', '－－',
  '停牌', '暂无', '无',
]);

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/;
const grouped = { '.': /^[+-]?\d{1,3}(,\d{2,3})*,\d{3}(\.\d*)?$/, ',': /^[+-]?\d{1,3}(\.\d{2,3})*\.\d{3}(,\d*)?$/ } as const;
const exponents: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, t: 12, к: 3, м: 6, б: 9, 万: 4, 亿: 8, 萬: 4, 億: 8 };

export function isMissing(cell: string): boolean {
  return cell === '' || missing.has(cell.trim().toLowerCase());
}

/**
 * Reads a cell as a number: NaN where it holds no value, null where it is not a number. Knows thousands separators, a decimal comma, K/M/B/T and
 * 万/亿, what stands around a figure, and exponents; the result is the nearest double of the decimal text.
 */
export function readNumber(cell: string, decimal: '.' | ','): number | null {
  if (isMissing(cell)) return NaN;
  let text = figureText(cell);
  const last = text.at(-1) ?? '';
  const exponent = exponents[last] ?? 0;
  if (exponent !== 0) text = text.slice(0, -1).trimEnd();
  text = text.replace(/(?<=\d)[\s’'\u00a0\u202f](?=\d{3})/g, '');
  if (grouped[decimal].test(text)) text = text.replaceAll(decimal === '.' ? ',' : '.', '');
  if (decimal === ',') {
    if (text.includes('.')) return null;
    text = text.replace(',', '.');
  }
  if (!plain.test(text) || (exponent !== 0 && text.includes('e'))) return null;
  const value = Number(exponent === 0 ? text : `${text}e${exponent}`);
  return Number.isFinite(value) ? value : null;
}
