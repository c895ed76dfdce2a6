/** A dividend or split that stands in a row of its own between the prices of a web table. */
export interface WrittenEvent {
  readonly kind: 'dividend' | 'split';
  /** Cash per share, or new shares per old one. */
  readonly value: number;
}

const dividend = /^(\d+(?:\.\d+)?) (?:cash )?dividend$/i;
const split = /^(\d+(?:\.\d+)?)[:/](\d+(?:\.\d+)?) (?:stock )?splits?$/i;

/** Reads `0.25 Dividend` or `4:1 Stock Splits` where it is all that a row holds beside its date; null for other rows. */
export function readEvent(cells: readonly string[], dateAt: number): WrittenEvent | null {
  const [words, ...more] = cells.filter((cell, index) => index !== dateAt && cell.trim() !== '');
  if (words === undefined || more.length > 0) return null;
  const paid = dividend.exec(words.trim());
  if (paid !== null) return { kind: 'dividend', value: Number(paid[1]) };
  const parts = split.exec(words.trim());
  return parts === null || Number(parts[2]) === 0 ? null : { kind: 'split', value: Number(parts[1]) / Number(parts[2]) };
}
