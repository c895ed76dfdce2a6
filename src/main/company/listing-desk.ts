import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { instrumentKinds } from '../../shared/instrument.ts';
import { dayMs, type TradingDate, type UtcMs } from '../../shared/time.ts';
import { findInstruments } from '../api/resolve-symbol.ts';
import type { Cache } from '../cache/cache.ts';
import type { CacheAnswer } from '../cache/cache-request.ts';
import type { Source, Sources } from '../providers/sources.ts';
import { loadPinyinInitials } from '../store/pinyin-initials.ts';

const heldList = z.strictObject({
  isWhole: z.boolean(),
  listings: z.array(
    z.strictObject({
      mic: z.string(), code: z.string(), kind: z.enum(instrumentKinds), nameEn: z.string().nullable(), nameZh: z.string().nullable(), pinyin: z.string().nullable(),
      listedOn: z.custom<TradingDate>((value) => Number.isInteger(value)).nullable(),
    }),
  ),
});
export type HeldList = z.output<typeof heldList>;
export type HeldListing = HeldList['listings'][number] & { readonly symbol: string; readonly source: string };

/** What exchanges list, as last fetched. */
export interface ListingDesk {
  /** The list of a source that is held, however old; null for none. */
  held(source: Source): HeldList | null;
  /** The list of a source, fetched where the one held is older than a day. Throws what the source failed with when none is held. */
  read(source: Source, signal: AbortSignal): Promise<CacheAnswer<HeldList>>;
  /** What the held lists have under a code, a name or its initials, best first; no source is asked. */
  find(text: string, limit: number): readonly HeldListing[];
}

interface ListingDeskOptions {
  readonly cache: Pick<Cache, 'read' | 'peek'>;
  readonly sources: Pick<Sources, 'all'>;
  readonly offline: () => boolean;
}

/** So many names are spelled out before other work may pass. */
const spelledAtOnce = 100;
const keyOf = ({ facts }: Source): string => `${facts.name}:instruments`;

export function createListingDesk({ cache, sources, offline }: ListingDeskOptions): ListingDesk {
  const found = new Map<string, { readonly fetchedAt: UtcMs; readonly listings: readonly HeldListing[] }>();

  function held(source: Source): HeldList | null {
    const entry = cache.peek('list', keyOf(source));
    return entry === null ? null : (heldList.safeParse(JSON.parse(entry.json)).data ?? null);
  }

  function listingsOf(source: Source): readonly HeldListing[] {
    const fetchedAt = cache.peek('list', keyOf(source))?.fetchedAt ?? null;
    if (fetchedAt === null) return [];
    const known = found.get(source.facts.name);
    if (known?.fetchedAt === fetchedAt) return known.listings;
    const listings = (held(source)?.listings ?? []).map((one) => ({ ...one, symbol: `${one.mic}:${one.code}`, source: source.facts.name }));
    found.set(source.facts.name, { fetchedAt, listings });
    return listings;
  }

  return {
    held,
    read: (source, jobSignal) => {
      const before = held(source);
      return cache.read({
        region: 'list', key: keyOf(source), maxAgeMs: dayMs, parse: (value) => heldList.parse(value),
        fetch: async ([key = ''], signal) => {
          if (offline()) throw new AppError('network.offline');
          const list = await source.provider.lists?.fetch(AbortSignal.any([signal, jobSignal]));
          if (list === undefined || list.listings.length === 0) return new Map();
          const named = list.listings.map(({ mic, code, kind, nameEn, nameZh, listedOn }) => ({ mic, code, kind, nameEn, nameZh, listedOn }));
          return new Map([[key, { value: { isWhole: list.isWhole, listings: await withPinyin(named, before?.listings ?? []) }, source: source.facts.name }]]);
        },
      });
    },
    find: (text, limit) => findInstruments(text, sources.all.filter(({ provider }) => provider.lists !== undefined).flatMap(listingsOf), limit),
  };
}

/** Adds the initials of Chinese names; those of names that stood there before are taken over, for spelling out a market takes a second. */
async function withPinyin(listings: readonly Omit<HeldList['listings'][number], 'pinyin'>[], before: HeldList['listings']): Promise<HeldList['listings']> {
  const known = new Map(before.map(({ nameZh, pinyin }) => [nameZh, pinyin]));
  const spelled: HeldList['listings'] = [];
  let fresh = 0;
  for (const listing of listings) {
    const { nameZh } = listing;
    let pinyin = nameZh === null ? null : (known.get(nameZh) ?? null);
    if (nameZh !== null && pinyin === null) {
      pinyin = (await loadPinyinInitials())(nameZh);
      fresh += 1;
      if (fresh % spelledAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    spelled.push({ ...listing, pinyin });
  }
  return spelled;
}
