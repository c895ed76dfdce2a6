import type { Connection } from '../connect.ts';
import { alertTable, type AlertTable } from './alert-table.ts';
import { analysisTable, type AnalysisTable } from './analysis-table.ts';
import { barBlobTable, type BarBlobTable } from './bar-blob-table.ts';
import { barRevisionTable, type BarRevisionTable } from './bar-revision-table.ts';
import { barTailTable, type BarTailTable } from './bar-tail-table.ts';
import { companyFactTables, type CompanyFactTables } from './company-fact-tables.ts';
import { chanLogTable, type ChanLogTable } from './chan-log-table.ts';
import { commitChangeTable, type CommitChangeTable } from './commit-change-table.ts';
import { corporateActionTable, type CorporateActionTable } from './corporate-action-table.ts';
import { importBatchTable, type ImportBatchTable } from './import-batch-table.ts';
import { importMappingTable, type ImportMappingTable } from './import-mapping-table.ts';
import { industryTable, type IndustryTable } from './industry-table.ts';
import { instrumentTable, type InstrumentTable } from './instrument-table.ts';
import { scanTable, type ScanTable } from './scan-table.ts';
import { jobTable, type JobTable } from './job-table.ts';
import { portfolioTable, type PortfolioTable } from './portfolio-table.ts';
import { newsTable, type NewsTable } from './news-table.ts';
import { refreshTable, type RefreshTable } from './refresh-table.ts';
import { seriesTable, type SeriesTable } from './series-table.ts';
import { settingTable, type SettingTable } from './setting-table.ts';
import { storeStateTable, type StoreStateTable } from './store-state-table.ts';
import { watchlistTable, type WatchlistTable } from './watchlist-table.ts';

/** The repositories of one connection, their statements prepared. */
export interface Tables {
  readonly instruments: InstrumentTable;
  readonly series: SeriesTable;
  readonly changes: CommitChangeTable;
  readonly blobs: BarBlobTable;
  readonly tails: BarTailTable;
  readonly revisions: BarRevisionTable;
  readonly actions: CorporateActionTable;
  readonly industries: IndustryTable;
  readonly batches: ImportBatchTable;
  readonly settings: SettingTable;
  readonly mappings: ImportMappingTable;
  readonly facts: CompanyFactTables;
  readonly portfolios: PortfolioTable;
  readonly watchlists: WatchlistTable;
  readonly alerts: AlertTable;
  readonly news: NewsTable;
  readonly scans: ScanTable;
  readonly chanLogs: ChanLogTable;
  readonly jobs: JobTable;
  readonly analyses: AnalysisTable;
  readonly refresh: RefreshTable;
  readonly state: StoreStateTable;
}

export function openTables(database: Connection): Tables {
  return {
    instruments: instrumentTable(database),
    series: seriesTable(database),
    changes: commitChangeTable(database),
    blobs: barBlobTable(database),
    tails: barTailTable(database),
    revisions: barRevisionTable(database),
    actions: corporateActionTable(database),
    industries: industryTable(database),
    batches: importBatchTable(database),
    settings: settingTable(database),
    mappings: importMappingTable(database),
    facts: companyFactTables(database),
    portfolios: portfolioTable(database),
    watchlists: watchlistTable(database),
    alerts: alertTable(database),
    news: newsTable(database),
    scans: scanTable(database),
    chanLogs: chanLogTable(database),
    jobs: jobTable(database),
    analyses: analysisTable(database),
    refresh: refreshTable(database),
    state: storeStateTable(database),
  };
}
