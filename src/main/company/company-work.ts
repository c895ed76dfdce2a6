import type { JobFailure } from '../../shared/contract/jobs.ts';
import { exchangeByMic } from '../../shared/exchanges.ts';
import { dayMs, type UtcMs } from '../../shared/time.ts';
import { cacheRegions } from '../cache/cache-region.ts';
import type { CacheAnswer } from '../cache/cache-request.ts';
import type { CalendarById } from '../calendars/load-calendars.ts';
import type { SymbolWork } from '../jobs/job-work.ts';
import type { Clock } from '../ports.ts';
import { dateAt } from '../providers/date-at.ts';
import type { SourceProfile, SourceReport } from '../providers/provider.ts';
import type { FactsChunk } from '../store/company-facts.ts';
import type { Instrument, Store } from '../store/store.ts';
import type { CompanyDesk } from './company-desk.ts';
import { newReports } from './new-reports.ts';
import { settleAnswer } from './settle-answer.ts';

interface CompanyWorkParts {
  readonly desk: CompanyDesk;
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly calendarById: CalendarById;
  readonly clock: Clock;
  /** What is held for longer is fetched anew; 0 for everything. */
  readonly maxAge?: { readonly reportsMs: number; readonly profileMs: number };
}

/** So many companies are asked for in one run, so that a long list costs its sources a little every day. */
const mostFetched = 50;
const usualAge = { reportsMs: cacheRegions.financials.softMs, profileMs: cacheRegions.profile.softMs };

/**
 * Fetches the yearly reports, share counts and listing days of companies and stores what is new in them. What no source covers is left out,
 * one that fails stops no other, and of a long list each day's run begins further on.
 */
export function companyWork({ desk, store, calendarById, clock, maxAge = usualAge }: CompanyWorkParts): SymbolWork {
  return async (symbols, signal, progress) => {
    const covered = symbols.filter(desk.covers);
    const start = covered.length === 0 ? 0 : (Math.floor(clock.now() / dayMs) * mostFetched) % covered.length;
    const wanted = [...covered.slice(start), ...covered.slice(0, start)];
    const failures: JobFailure[] = [];
    let [done, fetched] = [0, 0];
    for (const [index, symbol] of wanted.entries()) {
      signal.throwIfAborted();
      if (fetched >= mostFetched) break;
      const before = failures.length;
      const reports = await settleAnswer(desk.reports(symbol, maxAge.reportsMs), symbol, failures, signal);
      const profile = await settleAnswer(desk.profile(symbol, maxAge.profileMs), symbol, failures, signal);
      if (reports?.level === 'source' || profile?.level === 'source' || failures.length > before) fetched += 1;
      if (failures.length === before) done += 1;
      await keep(symbol, reports, profile);
      progress(index + 1, wanted.length);
    }
    return { done, failures };
  };

  async function keep(symbol: string, reports: CacheAnswer<readonly SourceReport[]> | null, profile: CacheAnswer<SourceProfile> | null): Promise<void> {
    const instrument = store.read.instrument(symbol);
    if (instrument === null) return;
    const at = clock.now();
    if (reports !== null) {
      const stored = store.read.fundamentals(instrument.id);
      const fresh = newReports({ source: reports.source, zone: instrument.zone, reports: reports.value, stored, at });
      await write(reports.source, { reports: fresh.map((report) => ({ ...report, symbol: instrument.symbol })) }, fresh.length, at);
    }
    if (profile !== null) {
      const [shares, listings] = [newShares(instrument, profile, at), newListing(instrument, profile.value)];
      await write(profile.source, { shares, listings }, shares.length + listings.length, at);
    }
  }

  async function write(source: string, facts: FactsChunk, rows: number, at: UtcMs): Promise<void> {
    if (rows === 0) return;
    const batch = await store.write.beginImport(source, 'fundamentals', at);
    await store.write.writeFacts(batch, facts, at);
    await store.write.finishImport(batch, { state: 'completed', rows, rejected: 0 });
  }

  /** A count of the present holds from the session last closed, the newest that has bars; one that did not change is no news. */
  function newShares(instrument: Instrument, { value, source, fetchedAt }: CacheAnswer<SourceProfile>, at: UtcMs): NonNullable<FactsChunk['shares']> {
    const { shares: total, floatingShares, countedOn } = value;
    if (total === null) return [];
    const today = calendarById(exchangeByMic(instrument.mic)?.calendar ?? null)?.lastClosed(fetchedAt) ?? dateAt(instrument.zone, at);
    const floating = floatingShares !== null && floatingShares <= total ? floatingShares : null;
    const known = store.read.shares(instrument.id).filter((one) => one.source === source).at(-1);
    const isKnown = known?.total === total && known.floating === floating;
    return isKnown ? [] : [{ symbol: instrument.symbol, effectiveFrom: countedOn ?? today, total, floating, source }];
  }
}

function newListing({ symbol, listedOn, delistedOn }: Instrument, profile: SourceProfile): NonNullable<FactsChunk['listings']> {
  if (profile.listedOn === null || listedOn !== null || (delistedOn !== null && delistedOn < profile.listedOn)) return [];
  return [{ symbol, board: null, tickSize: null, lotSize: null, listedOn: profile.listedOn, delistedOn: null }];
}
