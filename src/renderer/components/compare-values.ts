const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true });

/** Numbers by size, texts by pinyin and natural number order. Values that are missing are told apart by `isMissingValue`. */
export function compareValues(left: string | number | null, right: string | number | null): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left ?? ''), String(right ?? ''));
}

export function isMissingValue(value: string | number | null): boolean {
  return value === null || value === '' || (typeof value === 'number' && Number.isNaN(value));
}
