import { AppError } from '../../shared/app-error.ts';
import type { UtcMs } from '../../shared/time.ts';
import { waitUntil } from '../providers/http/wait-until.ts';
import type { Source } from '../providers/sources.ts';
import type { RefreshItem } from '../store/refresh-store.ts';
import type { TaskReporter } from '../tasks/task-runner.ts';
import { orderCandidates } from './order-candidates.ts';
import { RefreshWriter } from './refresh-writer.ts';
import type { RefreshContext, Wanted } from './refresh-context.ts';
import { refreshSymbol, type SymbolOutcome } from './refresh-symbol.ts';

interface RunOptions {
  readonly run: number;
  readonly wanted: readonly Wanted[];
  /** The sources to use, in the user's order; empty for the order of each market. */
  readonly chosen: readonly Source[];
  /** Symbols committed before, of a run that is resumed. */
  readonly doneBefore: number;
}

/** A source that rests no longer than this is waited for, if others of the run went well. */
const longestRestMs = 900_000;
const rounds = 2;

/**
 * Refreshes symbols, several at a time, committing as it goes. One that fails never stops the rest. Symbols whose sources were all
 * resting are asked for again at the end, once the first of them may be. Throws the signal's reason when it is to end early; what was
 * committed stands.
 */
export async function runRefresh(context: RefreshContext, { run, wanted, chosen, doneBefore }: RunOptions, { signal, progress }: TaskReporter): Promise<void> {
  const { store, sources, clock, offline, profile } = context;
  const writer = new RefreshWriter(context);
  const before = new Map(store.read.refreshItems().map((item) => [`${item.symbol} ${item.freq}`, item]));
  const total = doneBefore + wanted.length;
  let done = doneBefore;
  let delivered = 0;
  const ready = new Set<Source>();
  for (const source of sources.all) if (await source.hasKey()) ready.add(source);

  async function one(each: Wanted, taken: Map<string, number>): Promise<SymbolOutcome> {
    const known = store.read.instrument(each.symbol);
    const stored = new Set(known === null ? [] : store.read.seriesOf(known.id).filter(({ freq }) => freq === each.freq).map(({ origin }) => origin));
    const offered = chosen.length > 0 ? chosen : sources.forInstrument(each.instrument).filter((source) => ready.has(source));
    const able = offered.filter(({ provider }) => provider.covers(each.instrument) && provider.frequencies.includes(each.freq));
    const candidates = orderCandidates({ sources: able, stored, taken });
    const outcome = await refreshSymbol(context, each, candidates, before.get(`${each.symbol} ${each.freq}`) ?? null, run, signal);
    if (candidates.length > 0) return outcome;
    const tried = [{ source: '', error: new AppError('source.none', { symbol: each.symbol }).toReply() }];
    return { ...outcome, item: { ...outcome.item, state: 'failed', tried } };
  }

  async function round(list: readonly Wanted[], mayDefer: boolean): Promise<{ readonly deferred: Wanted[]; readonly until: number }> {
    const taken = new Map<string, number>();
    const deferred: Wanted[] = [];
    let until = Infinity;
    let next = 0;
    const work = async (): Promise<void> => {
      for (;;) {
        signal.throwIfAborted();
        if (offline()) throw new AppError('network.offline');
        const each = list[next];
        next += 1;
        if (each === undefined) return;
        const outcome = await one(each, taken);
        const rest = restOf(outcome.item);
        if (mayDefer && rest !== null && rest - clock.now() <= longestRestMs) {
          deferred.push(each);
          until = Math.min(until, rest);
          continue;
        }
        if (outcome.fetched.length > 0) delivered += 1;
        await writer.add(outcome, profile.batch);
        done += 1;
        progress(done, total);
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: profile.workers }, work));
    const failure = ended.find((end) => end.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
    return { deferred, until };
  }

  progress(done, total);
  let finished = false;
  try {
    let left = wanted;
    for (let times = 1; left.length > 0; times++) {
      const { deferred, until } = await round(left, times <= rounds);
      left = deferred;
      if (left.length === 0) break;
      // Nothing came from anywhere: there is no network, and waiting would not bring it back.
      if (delivered === 0) await round(left, false).then(() => (left = []));
      else await waitUntil(until as UtcMs, clock, signal);
    }
    finished = true;
  } finally {
    await writer.flush();
    await writer.finish(finished ? 'completed' : 'cancelled');
    await store.write.endRefresh(run, finished ? 'completed' : 'interrupted', clock.now());
  }
}

/** Until when the sources of a failed symbol rest, if that alone kept it from being asked for; null otherwise. */
function restOf({ state, tried }: RefreshItem): number | null {
  if (state !== 'failed' || tried.length === 0 || tried.some(({ error }) => error.code !== 'network.resting' && error.code !== 'network.limited')) return null;
  return Math.min(...tried.map(({ error }) => Date.parse(String(error.params['until']))));
}
