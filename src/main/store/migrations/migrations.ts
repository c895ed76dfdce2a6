import type { Migration } from '../migrate.ts';
import { instrumentsSeriesBatches } from './0001-instruments-series-batches.ts';
import { industryMemberships } from './0002-industry-memberships.ts';
import { watchlists } from './0003-watchlists.ts';
import { companyFacts } from './0004-company-facts.ts';
import { alerts } from './0005-alerts.ts';
import { scanRules } from './0006-scan-rules.ts';
import { jobsAnalyses } from './0007-jobs-analyses.ts';
import { portfolios } from './0008-portfolios.ts';
import { news } from './0009-news.ts';
import { chanLog } from './0010-chan-log.ts';
import { refresh } from './0011-refresh.ts';
import { alertWatchlists } from './0012-alert-watchlists.ts';
import { doubtfulAmounts } from './0013-doubtful-amounts.ts';
import { watchlistImports } from './0014-watchlist-imports.ts';

/** Every migration, in order without gaps. A shipped file is never edited; its hash is on record in the tests. */
export const migrations: readonly Migration[] = [
  instrumentsSeriesBatches, industryMemberships, watchlists, companyFacts, alerts, scanRules, jobsAnalyses, portfolios, news, chanLog, refresh, alertWatchlists,
  doubtfulAmounts, watchlistImports,
];

/** The version of a store that this build writes. */
export const headVersion = migrations.length;
