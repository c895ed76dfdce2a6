import { allocateBars } from '../../shared/bars.ts';
import type { JobFailure } from '../../shared/contract/jobs.ts';
import { exchangeByMic } from '../../shared/exchanges.ts';
import { dayMs, type TradingDate } from '../../shared/time.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { JobContext } from '../jobs/job.ts';
import type { WorkDone } from '../jobs/job-work.ts';
import type { Clock } from '../ports.ts';
import type { Source, Sources } from '../providers/sources.ts';
import type { Instrument, Store } from '../store/store.ts';
import type { HeldList, ListingDesk } from './listing-desk.ts';
import { settleAnswer } from './settle-answer.ts';

interface ListingParts {
  readonly desk: ListingDesk;
  readonly sources: Pick<Sources, 'all'>;
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly calendarById: CalendarById;
  readonly clock: Clock;
  readonly offline: () => boolean;
}

/** What failed is tried again so much later. */
const retryMs = 3_600_000;
/** A list that lost more than this share of its instruments since the last one is not believed about them. */
const mostGone = 0.01;

/**
 * Fetches the lists of the markets that the store has stocks of, at most once a day (of every market, when a user asks and it has none), and
 * gives its instruments the names, listing days and delistings they tell. The lists stay in the cache, for the search.
 */
export function listingFetch({ desk, sources, store, calendarById, clock, offline }: ListingParts): (context: Pick<JobContext, 'trigger' | 'signal' | 'progress'>) => Promise<WorkDone> {
  const dueAt = new Map<string, number>();
  /** The state of the store that had no stock of a source's market. */
  const unwantedAt = new Map<string, number>();

  return async ({ trigger, signal }) => {
    const failures: JobFailure[] = [];
    let done = 0;
    const version = store.read.dataVersion();
    const isDue = ({ facts: { name }, provider }: Source): boolean =>
      provider.lists !== undefined && (trigger === 'user' || (unwantedAt.get(name) !== version && clock.now() >= (dueAt.get(name) ?? -Infinity)));
    const due = offline() ? [] : sources.all.filter(isDue);
    const instruments = due.length === 0 ? [] : store.read.instruments();
    const markets = new Set(instruments.filter(({ kind }) => kind === 'stock').map(({ mic }) => exchangeByMic(mic)?.market));
    for (const source of due) {
      const { name, title } = source.facts;
      const market = source.provider.lists?.market;
      if (!markets.has(market) && (trigger === 'schedule' || markets.size > 0)) {
        unwantedAt.set(name, version);
        continue;
      }
      signal.throwIfAborted();
      dueAt.set(name, clock.now() + retryMs);
      if (!(await source.hasKey())) continue;
      const before = desk.held(source);
      const answer = await settleAnswer(desk.read(source, signal), title, failures, signal);
      if (answer?.problem === null) dueAt.set(name, answer.fetchedAt + dayMs);
      if (answer?.level !== 'source') continue;
      await keep(source, answer.value, before, instruments);
      done += 1;
    }
    return { done, failures };
  };

  async function keep({ facts }: Source, list: HeldList, before: HeldList | null, instruments: readonly Instrument[]): Promise<void> {
    const at = clock.now();
    const bySymbol = new Map(list.listings.map((listing) => [`${listing.mic}:${listing.code}`, listing]));
    const gone = before === null ? new Set<string>() : goneFrom(before, list);
    const dayOf = ({ mic }: Instrument): TradingDate | null => calendarById(exchangeByMic(mic)?.calendar ?? null)?.lastClosed(at) ?? null;
    const renamed = instruments.flatMap((instrument) => {
      const listing = bySymbol.get(instrument.symbol);
      const [nameEn, nameZh] = [listing?.nameEn ?? instrument.nameEn, listing?.nameZh ?? instrument.nameZh];
      return nameEn === instrument.nameEn && nameZh === instrument.nameZh ? [] : [{ ...instrument, nameEn, nameZh }];
    });
    const listings = instruments.flatMap((instrument) => {
      const { symbol, listedOn, delistedOn } = instrument;
      const started = listedOn === null ? (bySymbol.get(symbol)?.listedOn ?? null) : null;
      const ended = delistedOn === null && gone.has(symbol) ? dayOf(instrument) : null;
      return started === null && ended === null ? [] : [{ symbol, board: null, tickSize: null, lotSize: null, listedOn: started, delistedOn: ended }];
    });
    if (renamed.length + listings.length === 0) return;
    const batch = await store.write.beginImport(facts.title, 'instruments', at);
    const series = renamed.map(({ mic, code, kind, currency, zone, calendar, nameEn, nameZh }) => ({
      instrument: { mic, code, kind, currency, zone, calendar, nameEn, nameZh }, freq: '1d' as const, origin: facts.name, basis: 'raw' as const, columns: allocateBars(0),
    }));
    await store.write.writeChunk(batch, { series, actions: [], rejections: [] }, at);
    await store.write.writeFacts(batch, { listings }, at);
    await store.write.finishImport(batch, { state: 'completed', rows: renamed.length + listings.length, rejected: 0 });
  }
}

/** What a whole list had and the next whole one has no more. When many are gone at once it is the list that changed, not the market. */
function goneFrom(before: HeldList, now: HeldList): ReadonlySet<string> {
  if (!before.isWhole || !now.isWhole) return new Set();
  const listed = new Set(now.listings.map(({ mic, code }) => `${mic}:${code}`));
  const gone = before.listings.map(({ mic, code }) => `${mic}:${code}`).filter((symbol) => !listed.has(symbol));
  return new Set(gone.length > mostGone * before.listings.length ? [] : gone);
}
