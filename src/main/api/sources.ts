import { AppError } from '../../shared/app-error.ts';
import type { FolderState, FoundInstrument, SourceState } from '../../shared/contract/refresh.ts';
import { symbolKey } from '../../shared/symbol-text.ts';
import { addListing } from '../company/add-listing.ts';
import type { ListingDesk } from '../company/listing-desk.ts';
import type { Clock, Secrets } from '../ports.ts';
import type { Http } from '../providers/http.ts';
import { defaultOrder } from '../providers/source-catalog.ts';
import type { Source, Sources } from '../providers/sources.ts';
import { readSetting, type SettingSources } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import type { HandlersOf } from './handlers.ts';

interface SourcesHandlersOptions {
  readonly clock: Clock;
  readonly http: Http;
  readonly sources: Sources;
  readonly listings: Pick<ListingDesk, 'find'>;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly settings: SettingSources;
  readonly folder: () => FolderState;
}

/** So many of what the held lists have come before what the sources find. */
const mostListed = 20;

export function sourcesHandlers({ clock, http, sources, listings, store, secrets, settings, folder }: SourcesHandlersOptions): HandlersOf<'sources'> {
  async function stateOf(source: Source): Promise<SourceState> {
    const { name, title, needsKey, pace } = source.facts;
    const addresses = source.bases();
    const origins = Object.values(addresses).flatMap((address) => (URL.canParse(address) ? (http.origin(new URL(address).origin) ?? []) : []));
    const latest = (times: readonly (number | null)[]) => times.reduce((most, time) => (time !== null && (most === null || time > most) ? time : most), null);
    const open = origins.find(({ breaker }) => breaker !== 'closed');
    const failures = origins.flatMap(({ lastFailure }) => lastFailure ?? []).sort((a, b) => b.at - a.at);
    return {
      name, title, addresses, needsKey,
      gapMs: source.gapMs(),
      concurrency: pace.concurrency,
      markets: Object.keys(defaultOrder).filter((market) => String(readSetting(`sources.order.${market}`, settings).value).split(',').some((one) => one.trim() === name)),
      hasKey: await source.hasKey(),
      keysKept: secrets.persistent,
      breaker: open?.breaker ?? 'closed',
      until: open?.until ?? null,
      waiting: origins.reduce((sum, { waiting }) => sum + waiting, 0),
      lastSuccess: latest(origins.map(({ lastSuccess }) => lastSuccess)) as SourceState['lastSuccess'],
      lastFailure: failures[0] ?? null,
    };
  }

  return {
    'sources.list': () => Promise.all(sources.all.map(stateOf)),
    'sources.folder': folder,
    'sources.setKey': async ({ source, key }) => {
      const { name } = sources.byName(source).facts;
      if (key === null) await secrets.clear(`sources.${name}.key`);
      else await secrets.set(`sources.${name}.key`, key);
      return null;
    },
    'sources.add': async ({ symbol }) => {
      const listing = listings.find(symbol, 1).find((one) => one.symbol === symbol);
      if (listing === undefined) return { added: false };
      await addListing(store, listing, clock.now());
      return { added: true };
    },
    'sources.search': async ({ text }) => {
      const { signal } = new AbortController();
      const able = sources.all.filter(({ provider }) => provider.search !== undefined);
      const listed = listings.find(text, mostListed);
      const found = listed.map(({ symbol, nameEn, nameZh, kind, source }): FoundInstrument => ({ symbol, nameEn, nameZh, kind, source, known: store.read.instrument(symbol) !== null }));
      let problem: unknown = null;
      for (const source of able) {
        if (!(await source.hasKey())) continue;
        try {
          const drafts = (await source.provider.search?.(text, signal)) ?? [];
          for (const draft of drafts) {
            const symbol = symbolKey(draft);
            if (found.some((one) => one.symbol === symbol)) continue;
            found.push({ symbol, nameEn: draft.nameEn, nameZh: draft.nameZh, kind: draft.kind, source: source.facts.name, known: store.read.instrument(symbol) !== null });
          }
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          problem = error;
        }
        if (found.length > listed.length) break;
      }
      if (found.length === 0 && problem !== null) throw problem;
      return found;
    },
  };
}
