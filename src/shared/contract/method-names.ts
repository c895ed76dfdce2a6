import type { MethodName } from './contract.ts';

/** The names alone, for the preload script, which carries no schemas. A test holds them against the contract. */
export const methodNames = [
  'app.info', 'app.health',
  'settings.list', 'settings.set', 'settings.reset',
  'symbols.list', 'symbols.resolve', 'symbols.choose', 'symbols.sparklines',
  'series.list', 'bars.read',
  'import.preview', 'import.start', 'import.batches', 'import.rejections', 'import.undo', 'import.mappings', 'import.saveMapping', 'import.removeMapping',
  'tasks.list', 'tasks.get', 'tasks.cancel', 'tasks.events',
  'company.fundamentals', 'company.flow',
  'portfolios.list', 'portfolios.get', 'portfolios.save', 'portfolios.remove', 'portfolios.import', 'portfolios.export', 'portfolios.analyze',
  'watchlists.list', 'watchlists.save', 'watchlists.remove', 'watchlists.order', 'watchlists.add', 'watchlists.drop',
  'workspace.open',
  'network.ledger',
  'analyze.symbol', 'analyze.columns', 'chan.log',
  'models.score', 'models.risk', 'models.levels', 'models.scenario', 'models.position', 'models.record',
  'ask.answer',
  'news.list', 'news.topics', 'news.feeds', 'news.saveFeeds', 'news.refresh',
  'alerts.list', 'alerts.save', 'alerts.remove', 'alerts.enable', 'alerts.log', 'alerts.test',
  'scan.ranks', 'scan.run', 'scan.diff', 'scan.rules', 'scan.save', 'scan.remove', 'scan.detect', 'scan.backtest',
  'signals.list', 'signals.history',
  'industries.trend', 'industries.heat', 'industries.detail', 'industries.compare',
  'reports.create', 'reports.verify',
  'jobs.list', 'jobs.run', 'jobs.start', 'jobs.stop', 'jobs.pause', 'jobs.set', 'jobs.history', 'jobs.analyses',
  'cache.stats', 'cache.list', 'cache.get', 'cache.clear', 'cache.warm',
  'files.open', 'files.save', 'files.keep', 'files.release',
] as const satisfies readonly MethodName[];
