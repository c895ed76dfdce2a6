import { AppError } from '../../shared/app-error.ts';
import type { RefreshResult } from '../../shared/contract/refresh.ts';
import type { TradingDate } from '../../shared/time.ts';
import { acceptBars } from '../providers/accept-bars.ts';
import type { Source } from '../providers/sources.ts';
import type { OriginDifference, RefreshItem } from '../store/refresh-store.ts';
import type { Instrument, Series } from '../store/store.ts';
import { compareOrigins } from './compare-origins.ts';
import type { RefreshContext } from './refresh-context.ts';

interface SampleOptions {
  readonly run: number;
  /** The sources to use, in the user's order; empty for the order of each market. */
  readonly chosen: readonly Source[];
}

interface Sampled {
  readonly item: RefreshItem;
  readonly instrument: Instrument;
  readonly series: Series;
}

/** Reaches over twenty sessions. */
const reachDays = 35;

/**
 * Holds the newest daily bars of a few symbols of a run against a source that did not deliver them, and notes where they differ; no bar is
 * written. A source that fails is listed and asked no more. Throws only when the signal says so.
 */
export async function sampleOrigins(context: RefreshContext, { run, chosen }: SampleOptions, signal: AbortSignal): Promise<NonNullable<RefreshResult['sampled']>> {
  const { store, sources, clock } = context;
  const failures: { symbol: string; source: string; error: ReturnType<AppError['toReply']> }[] = [];
  const differing: string[] = [];
  const failed = new Set<string>();
  let compared = 0;
  for (const sampled of pick(delivered(context, run), run, context.sampled())) {
    const { item: { symbol, freq, origin }, instrument } = sampled;
    const offered = chosen.length > 0 ? chosen : sources.forInstrument(instrument);
    const others = offered.filter(({ facts, provider }) => facts.name !== origin && provider.covers(instrument) && provider.frequencies.includes(freq));
    for (const source of others) {
      const { name } = source.facts;
      if (failed.has(name) || !(await source.hasKey())) continue;
      try {
        const differences = await differencesWith(context, source, sampled, signal);
        await store.write.writeRefresh({ batch: null, chunk: { series: [], actions: [], rejections: [] }, items: [], compared: [{ symbol, freq, origin: name, differences }] }, clock.now());
        compared += 1;
        if (differences.length > 0) differing.push(symbol);
        break;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof AppError)) throw error;
        failures.push({ symbol, source: name, error: error.toReply() });
        // That it lacks a symbol says nothing of the next one.
        if (!error.code.startsWith('source.')) failed.add(name);
      }
    }
  }
  return { compared, differing, failures };
}

/** The symbols a run brought daily bars of, with the series of the source that stands for them. */
function delivered({ store }: RefreshContext, run: number): Sampled[] {
  return store.read.refreshItems().flatMap((item): Sampled[] => {
    const isDelivered = item.run === run && item.freq === '1d' && item.state !== 'pending' && item.added + item.revised > 0;
    const instrument = isDelivered ? store.read.instrument(item.symbol) : null;
    const series = instrument === null ? undefined : store.read.seriesOf(instrument.id).find(({ freq, origin }) => freq === item.freq && origin === item.origin);
    return instrument === null || series === undefined ? [] : [{ item, instrument, series }];
  });
}

/** So many, spread over all of them; each run begins one further. */
function pick<Item>(items: readonly Item[], run: number, count: number): Item[] {
  const taken = Math.min(count, items.length);
  return Array.from({ length: taken }, (_, index) => items[(run + Math.floor((index * items.length) / taken)) % items.length]).filter((item) => item !== undefined);
}

async function differencesWith(context: RefreshContext, source: Source, { item: { symbol, freq }, instrument, series }: Sampled, signal: AbortSignal): Promise<OriginDifference[]> {
  const { store, clock, calendarById } = context;
  const { name } = source.facts;
  const answer = await source.provider.bars({ instrument, freq, from: (series.lastTime - reachDays) as TradingDate, signal });
  if (answer.currency !== null && instrument.currency !== null && answer.currency !== instrument.currency) {
    throw new AppError('source.currency', { source: name, symbol, got: answer.currency, currency: instrument.currency });
  }
  const { columns } = acceptBars(answer.bars, { basis: answer.basis, freq, kind: instrument.kind, zone: instrument.zone, calendar: calendarById(instrument.calendar), now: clock.now() });
  const splits = [...store.read.actions(instrument.id), ...answer.actions].filter(({ kind }) => kind === 'split');
  const lastSplit = Math.max(-Infinity, ...splits.map(({ exDate }) => exDate));
  const stored = { basis: series.basis, columns: store.read.bars(series.id) };
  return compareOrigins({ basis: answer.basis, columns }, stored, lastSplit).map((one) => ({ symbol, freq, origin: name, other: series.origin, ...one, noticedAt: clock.now() }));
}
