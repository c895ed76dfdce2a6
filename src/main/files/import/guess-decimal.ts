/** The decimal sign that price cells prove; null where every cell could be read both ways (`1,234`). */
export function guessDecimal(cells: readonly string[]): '.' | ',' | null {
  let comma = 0;
  let point = 0;
  let open = 0;
  for (const cell of cells) {
    const text = cell.trim().replace(/[kmbt%万亿]$/i, '');
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
  if (comma === 0 && point === 0) return open === 0 ? '.' : null;
  return comma > point ? ',' : '.';
}
