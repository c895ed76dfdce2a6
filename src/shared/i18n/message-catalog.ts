import { alertMessages } from './alert-messages.ts';
import { analysisMessages } from './analysis-messages.ts';
import { chanMessages } from './chan-messages.ts';
import { chanReasonMessages } from './chan-reason-messages.ts';
import { chartMessages } from './chart-messages.ts';
import { companyMessages } from './company-messages.ts';
import { dashboardMessages } from './dashboard-messages.ts';
import { dataMessages } from './data-messages.ts';
import { deskMessages } from './desk-messages.ts';
import { differsMessages } from './differs-messages.ts';
import { frameMessages } from './frame-messages.ts';
import { hamaMessages } from './hama-messages.ts';
import { importMessages } from './import-messages.ts';
import { industryMessages } from './industry-messages.ts';
import { jobsMessages } from './jobs-messages.ts';
import { listMessages } from './list-messages.ts';
import { modelMessages } from './model-messages.ts';
import { newsMessages } from './news-messages.ts';
import { parameterMessages } from './parameter-messages.ts';
import { portfolioMessages } from './portfolio-messages.ts';
import { ruleMessages } from './rule-messages.ts';
import { scanMessages } from './scan-messages.ts';
import { settingsMessages } from './settings-messages.ts';
import { signalMessages } from './signal-messages.ts';
import { storeMessages } from './store-messages.ts';
import { universeMessages } from './universe-messages.ts';
import { watchlistMessages } from './watchlist-messages.ts';

/** Every text of the user interface, both languages side by side. Errors have their own catalogue. */
export const messageCatalog = {
  ...frameMessages,
  ...deskMessages,
  ...dataMessages,
  ...listMessages,
  ...jobsMessages,
  ...storeMessages,
  ...settingsMessages,
  ...importMessages,
  ...chartMessages,
  ...chanMessages,
  ...chanReasonMessages,
  ...hamaMessages,
  ...differsMessages,
  ...parameterMessages,
  ...modelMessages,
  ...analysisMessages,
  ...universeMessages,
  ...scanMessages,
  ...ruleMessages,
  ...signalMessages,
  ...industryMessages,
  ...dashboardMessages,
  ...alertMessages,
  ...newsMessages,
  ...companyMessages,
  ...watchlistMessages,
  ...portfolioMessages,
} as const;

export type MessageKey = keyof typeof messageCatalog;
