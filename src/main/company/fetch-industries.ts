import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import type { JobFailure } from '../../shared/contract/jobs.ts';
import { exchangeByMic } from '../../shared/exchanges.ts';
import { dayMs, type TradingDate } from '../../shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import type { CacheAnswer } from '../cache/cache-request.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { JobContext } from '../jobs/job.ts';
import type { WorkDone } from '../jobs/job-work.ts';
import type { Clock } from '../ports.ts';
import type { Source, Sources } from '../providers/sources.ts';
import type { Instrument, Store } from '../store/store.ts';
import { movedMemberships } from './moved-memberships.ts';
import { settleAnswer } from './settle-answer.ts';

interface IndustryParts {
  readonly cache: Pick<Cache, 'read'>;
  readonly sources: Pick<Sources, 'forInstrument'>;
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly calendarById: CalendarById;
  readonly clock: Clock;
  readonly offline: () => boolean;
}

const boardList = z.array(z.strictObject({ id: z.string(), name: z.string() }));
const memberList = z.array(z.string());

/** What failed is tried again so much later. */
const retryMs = 3_600_000;
const nothing: WorkDone = { done: 0, failures: [] };

/**
 * Fetches the industries of mainland China and who is in them, at most once a day, and stores them for the shares there are. They hold from
 * the session last closed when they were fetched. An industry that fails leaves its shares where they were.
 */
export function industryFetch({ cache, sources, store, calendarById, clock, offline }: IndustryParts): (context: Pick<JobContext, 'trigger' | 'signal' | 'progress'>) => Promise<WorkDone> {
  let dueAt = -Infinity;
  /** The state of the store in which there was nothing to fetch for. */
  let emptyVersion: number | null = null;

  /** A list of a source, through the cache; an empty one is no answer. */
  function listed<Item>({ facts }: Source, name: string, shape: z.ZodType<Item[]>, ask: (signal: AbortSignal) => Promise<readonly Item[]>, jobSignal: AbortSignal): Promise<CacheAnswer<readonly Item[]>> {
    return cache.read<readonly Item[]>({
      region: 'list', key: `${facts.name}:${name}`, maxAgeMs: dayMs, parse: (value) => shape.parse(value),
      fetch: async ([key = ''], signal) => {
        if (offline()) throw new AppError('network.offline');
        const value = await ask(AbortSignal.any([signal, jobSignal]));
        return value.length === 0 ? new Map() : new Map([[key, { value, source: facts.name }]]);
      },
    });
  }

  const boardsOf = (source: Source, signal: AbortSignal) =>
    listed(source, 'industries', boardList, async (either) => ((await source.provider.industries?.(either)) ?? []).map(({ id, name }) => ({ id, name })), signal);
  const membersOf = (source: Source, board: string, signal: AbortSignal) =>
    listed(source, `industry:${board}`, memberList, async (either) => ((await source.provider.members?.(board, either)) ?? []).map(({ mic, code }) => `${mic}:${code}`), signal);

  return async ({ trigger, signal, progress }) => {
    const version = store.read.dataVersion();
    if (offline() || version === emptyVersion || (trigger === 'schedule' && clock.now() < dueAt)) return nothing;
    const shares = store.read.instruments().filter(isChineseShare);
    const source = shares[0] === undefined ? undefined : sources.forInstrument(shares[0]).find(({ provider }) => provider.industries !== undefined && provider.members !== undefined);
    if (source === undefined) {
      emptyVersion = version;
      return nothing;
    }
    const failures: JobFailure[] = [];
    dueAt = clock.now() + retryMs;
    const found = await settleAnswer(boardsOf(source, signal), source.facts.title, failures, signal);
    const boards = found?.value ?? [];
    let newestAt: number = found?.fetchedAt ?? -Infinity;
    const members = new Map<string, readonly string[] | null>();
    let fetched = 0;
    for (const [index, { id, name }] of boards.entries()) {
      signal.throwIfAborted();
      const answer = await settleAnswer(membersOf(source, id, signal), name, failures, signal);
      members.set(name, answer?.value ?? null);
      if (answer?.level === 'source') fetched += 1;
      newestAt = Math.max(newestAt, answer?.fetchedAt ?? -Infinity);
      progress(index + 1, boards.length);
    }
    await keep(source.facts.name, shares, members);
    if (failures.length === 0) dueAt = newestAt + dayMs;
    return { done: fetched, failures };
  };

  async function keep(source: string, shares: readonly Instrument[], members: ReadonlyMap<string, readonly string[] | null>): Promise<void> {
    const now = clock.now();
    const dayOf = ({ mic }: Pick<Instrument, 'mic'>): TradingDate | null => calendarById(exchangeByMic(mic)?.calendar ?? null)?.lastClosed(now) ?? null;
    const memberships = movedMemberships({ source, shares, members, stored: store.read.memberships(), dayOf });
    if (memberships.length === 0) return;
    const batch = await store.write.beginImport(source, 'industries', now);
    await store.write.writeChunk(batch, { series: [], actions: [], rejections: [], memberships }, now);
    await store.write.finishImport(batch, { state: 'completed', rows: memberships.length, rejected: 0 });
  }
}

function isChineseShare({ mic, kind, delistedOn }: Instrument): boolean {
  return kind === 'stock' && delistedOn === null && exchangeByMic(mic)?.market === 'CN';
}
