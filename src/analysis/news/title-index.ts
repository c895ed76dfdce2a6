/** Titles at least this alike, published close together, are the same news. */
const sameTitle = 0.8;
const closeMs = 3 * 86_400_000;

/** Finds titles that say the same, for Chinese and Latin text alike: by the share of neighbouring character pairs they have in common. */
export class TitleIndex<Ref> {
  readonly #entries: { readonly pairs: number; readonly publishedMs: number; readonly ref: Ref }[] = [];
  readonly #byPair = new Map<string, number[]>();

  add(title: string, publishedMs: number, ref: Ref): void {
    const pairs = pairsOf(title);
    const place = this.#entries.push({ pairs: pairs.size, publishedMs, ref }) - 1;
    for (const pair of pairs) {
      const places = this.#byPair.get(pair);
      if (places === undefined) this.#byPair.set(pair, [place]);
      else places.push(place);
    }
  }

  /** The most alike of the titles published within three days of it, if it is alike enough. */
  find(title: string, publishedMs: number): Ref | null {
    const pairs = pairsOf(title);
    const shared = new Map<number, number>();
    for (const pair of pairs) for (const place of this.#byPair.get(pair) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    let best: { readonly likeness: number; readonly ref: Ref } | null = null;
    for (const [place, count] of shared) {
      const entry = this.#entries[place];
      if (entry === undefined || Math.abs(entry.publishedMs - publishedMs) > closeMs) continue;
      const likeness = count / (entry.pairs + pairs.size - count);
      if (likeness >= sameTitle && likeness > (best?.likeness ?? 0)) best = { likeness, ref: entry.ref };
    }
    return best?.ref ?? null;
  }
}

/** A title as its pairs of neighbouring characters, without case, spaces and punctuation. */
function pairsOf(title: string): ReadonlySet<string> {
  const plain = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2));
  return pairs;
}
