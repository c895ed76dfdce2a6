import { alertErrors } from './errors/alerts.ts';
import { analysisErrors } from './errors/analysis.ts';
import { appErrors } from './errors/app.ts';
import { cacheErrors } from './errors/cache.ts';
import { chanErrors } from './errors/chan.ts';
import { companyErrors } from './errors/company.ts';
import { dataErrors } from './errors/data.ts';
import { hostErrors } from './errors/host.ts';
import { importErrors } from './errors/import.ts';
import { jobErrors } from './errors/jobs.ts';
import { modelErrors } from './errors/models.ts';
import { needsErrors } from './errors/needs.ts';
import { networkErrors } from './errors/network.ts';
import { newsErrors } from './errors/news.ts';
import { portfolioErrors } from './errors/portfolios.ts';
import { sourceErrors } from './errors/source.ts';
import { storeErrors } from './errors/store.ts';
import { watchlistErrors } from './errors/watchlists.ts';

/** Every error a user can meet, with its text in both languages. `{name}` is replaced by the parameter of that name. */
export const errorCatalog = {
  ...appErrors,
  ...chanErrors,
  ...hostErrors,
  ...storeErrors,
  ...importErrors,
  ...dataErrors,
  ...analysisErrors,
  ...modelErrors,
  ...companyErrors,
  ...watchlistErrors,
  ...portfolioErrors,
  ...networkErrors,
  ...cacheErrors,
  ...jobErrors,
  ...alertErrors,
  ...newsErrors,
  ...sourceErrors,
  ...needsErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalog;
