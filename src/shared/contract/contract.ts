import type { z } from 'zod';
import { alertsMethods } from './alerts.ts';
import { analyzeMethods } from './analyze.ts';
import { appMethods } from './app.ts';
import { askMethods } from './ask.ts';
import { barsMethods } from './bars.ts';
import { cacheMethods } from './cache.ts';
import { chanMethods } from './chan.ts';
import { companyMethods } from './company.ts';
import { dbMethods } from './db.ts';
import { filesMethods } from './files.ts';
import { importsMethods } from './imports.ts';
import { industriesMethods } from './industries.ts';
import { jobsMethods } from './jobs.ts';
import { modelsMethods } from './models.ts';
import { networkMethods } from './network.ts';
import { portfoliosMethods } from './portfolios.ts';
import { newsMethods } from './news.ts';
import { refreshMethods, sourcesMethods } from './refresh.ts';
import { quotesMethods } from './quotes.ts';
import { reportsMethods } from './reports.ts';
import { scanMethods } from './scan.ts';
import { settingsMethods } from './settings.ts';
import { signalsMethods } from './signals.ts';
import { symbolsMethods } from './symbols.ts';
import { tasksMethods } from './tasks.ts';
import { watchlistsMethods } from './watchlists.ts';
import { workspaceMethods } from './workspace.ts';

/** Every method, named once: how its input is parsed and what it answers. */
export const contract = {
  ...appMethods,
  ...settingsMethods,
  ...symbolsMethods,
  ...barsMethods,
  ...importsMethods,
  ...tasksMethods,
  ...filesMethods,
  ...reportsMethods,
  ...analyzeMethods,
  ...chanMethods,
  ...modelsMethods,
  ...askMethods,
  ...companyMethods,
  ...watchlistsMethods,
  ...portfoliosMethods,
  ...alertsMethods,
  ...newsMethods,
  ...scanMethods,
  ...signalsMethods,
  ...industriesMethods,
  ...workspaceMethods,
  ...networkMethods,
  ...refreshMethods,
  ...sourcesMethods,
  ...cacheMethods,
  ...dbMethods,
  ...jobsMethods,
  ...quotesMethods,
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller may send: fields with defaults can be left out. */
export type MethodInput<M extends MethodName> = z.input<Contract[M]['input']>;
/** What a handler receives. */
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type MethodOutput<M extends MethodName> = NonNullable<Contract[M]['output']> | Extract<Contract[M]['output'], null>;
