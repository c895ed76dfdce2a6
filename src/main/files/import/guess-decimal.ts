import { figureText } from './figure-text.ts';

/**
 * The decimal sign that price cells prove; null where every cell could be read both ways (`1,234`) and no other figure of the table
 * (`45.53K`, `-0.49%`) tells. `volumes`: of a table whose separator leaves the comma to figures; where they and the prices all have three
 * digits behind a point (`16.622`, `1.000`), it may stand for thousands.
 */
export function guessDecimal(prices: readonly string[], others: readonly string[] = [], volumes: readonly string[] = []): '.' | ',' | null {
  const own = votes(prices);
  if (own.comma === 0 && own.point === 0 && own.open === 0) return '.';
  const { comma, point } = own.comma === 0 && own.point === 0 ? votes(others) : own;
  if (comma === 0 && point === 0) return null;
  if (comma > point) return ',';
  return mayBeThousands(prices) && mayBeThousands(volumes) ? null : '.';
}

function mayBeThousands(cells: readonly string[]): boolean {
  const pointed = cells.map(figureText).filter((text) => text.includes('.'));
  return pointed.length > 0 && pointed.every((text) => /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text));
}

/** How many cells can only be read with a comma or a point as decimal sign, and how many with either. */
function votes(cells: readonly string[]): { readonly comma: number; readonly point: number; readonly open: number } {
  let comma = 0;
  let point = 0;
  let open = 0;
  for (const cell of cells) {
    const text = figureText(cell).replace(/[kmbt%万亿]$/, '');
    if (!/^\D{0,3}[\d.,\s’']+$/.test(text)) continue;
    const lastComma = text.lastIndexOf(',');
    const lastPoint = text.lastIndexOf('.');
    if (lastComma < 0 && lastPoint < 0) continue;
    if (lastComma >= 0 && lastPoint >= 0) {
      if (lastComma > lastPoint) comma += 1;
      else point += 1;
    } else if (lastComma < 0) {
      // A point alone is a decimal sign unless it groups (`1.234.567`).
      if (text.indexOf('.') === lastPoint) point += 1;
      else comma += 1;
    } else if (text.indexOf(',') !== lastComma) point += 1;
    else if (/^[+-]?\d{1,3},\d{3}$/.test(text)) open += 1;
    else comma += 1;
  }
  return { comma, point, open };
}
