import { companyWork } from '../company/company-work.ts';
import { createCompanyDesk } from '../company/company-desk.ts';
import { industryFetch } from '../company/fetch-industries.ts';
import { listingFetch } from '../company/fetch-listings.ts';
import { createFlowDesk } from '../company/flow-desk.ts';
import { flowWork } from '../company/flow-work.ts';
import { createListingDesk } from '../company/listing-desk.ts';
import type { SymbolWork } from '../jobs/job-work.ts';
import { oneAfterAnother } from '../jobs/one-after-another.ts';
import { quoteWork } from '../jobs/quote-work.ts';
import { together } from '../jobs/together.ts';
import type { Ports } from '../ports.ts';
import { createQuoteDesk } from '../quotes/quote-desk.ts';
import { watchedSymbols } from '../watched-symbols.ts';
import type { Services } from './open-services.ts';

/** What is fetched beside bars: the desks that are asked, and the works that ask them for many symbols. */
export type FetchedFacts = ReturnType<typeof openFetchedFacts>;

export function openFetchedFacts({ clock }: Pick<Ports, 'clock'>, { cache, sources, store, calendarById, profile, settings }: Services) {
  const { batch, pollMs } = profile;
  const { read } = store;
  const asked = { cache, sources, read, calendarById, clock, offline: settings.isOffline };
  const quotes = createQuoteDesk({ ...asked, batch });
  const listings = createListingDesk(asked);
  const companies = createCompanyDesk(asked);
  const flow = flowWork({ desk: createFlowDesk(asked), store, clock, batch });
  const reports = companyWork({ desk: companies, store, calendarById, clock });
  /** Of the symbols given, those on a watchlist or in a portfolio. */
  const watchedOnly = (work: SymbolWork): SymbolWork => (symbols, ...rest) => {
    const among = new Set(symbols);
    return work(watchedSymbols(read, null).filter((symbol) => among.has(symbol)), ...rest);
  };
  return {
    quotes, listings, companies,
    /** Fetches the reports of companies, however young those held are. */
    reportsNow: companyWork({ desk: companies, store, calendarById, clock, maxAge: { reportsMs: 0, profileMs: 0 } }),
    /** Quotes that are fetched while a market trades. */
    quoteWork: quoteWork(quotes, batch, pollMs / 2),
    /** Flow and reports of what is watched. */
    watchedWork: watchedOnly(together(flow, reports)),
    /** Fetches ahead what will be asked for about some symbols. */
    warm: together(quoteWork(quotes, batch), flow, reports),
    lists: oneAfterAnother(listingFetch({ ...asked, desk: listings, store }), industryFetch({ ...asked, store })),
  };
}
