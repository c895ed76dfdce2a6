/** Loads the pinyin table, which costs 50 ms: only a write of a Chinese name needs it. The function gives lower-case initials. */
export async function loadPinyinInitials(): Promise<(name: string) => string> {
  const { pinyin } = await import('pinyin-pro');
  return (name) =>
    pinyin(name.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array' })
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '');
}
