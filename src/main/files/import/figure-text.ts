import { halfWidth } from './half-width.ts';

const currency = '(?:usd|eur|gbp|hkd|cny|rmb|jpy|chf|pln|sek|inr|[a-z]{0,2}[$€£¥￥₹₩₽]|zł|kr)';
const inFront = new RegExp(`^([+-]?)${currency}\\s?(?=[\\d.,+-])`);
const behind = new RegExp(`(?<=[\\d.,])\\s?${currency}$`);
/** Texts without any of these need no look at the rest. */
const plain = /^[\d.,+-]*$/;

/**
 * The figure of a cell without what stands around it: currency, the words of a unit (`12.5万手`, `1.31亿元`), apostrophes of spreadsheets. In
 * lower case, with a plain minus for a typographic one and for the brackets of accountants.
 */
export function figureText(cell: string): string {
  const text = cell.trim();
  if (plain.test(text)) return text;
  return halfWidth(text)
    .toLowerCase()
    .replace(/^['’]|['’]$/g, '')
    .replace(/[−﹣]/g, '-')
    .replace(/^\((.+)\)$/, '-$1')
    .replace(inFront, '$1')
    .replace(behind, '')
    .replace(/(?<=[\d万亿萬億]) ?[手股元]$/u, '');
}
