import type { Command } from './command.ts';

/** The commands by name; each is loaded only when it is called, to start fast. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  symbols: async () => (await import('./commands/symbols.ts')).symbolsCommand,
  portfolio: async () => (await import('./commands/portfolio.ts')).portfolioCommand,
  watchlist: async () => (await import('./commands/watchlist.ts')).watchlistCommand,
  bars: async () => (await import('./commands/bars.ts')).barsCommand,
  analyze: async () => (await import('./commands/analyze.ts')).analyzeCommand,
  scan: async () => (await import('./commands/scan.ts')).scanCommand,
  signals: async () => (await import('./commands/signals.ts')).signalsCommand,
  industries: async () => (await import('./commands/industries.ts')).industriesCommand,
  ask: async () => (await import('./commands/ask.ts')).askCommand,
  backtest: async () => (await import('./commands/backtest.ts')).backtestCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  db: async () => (await import('./commands/db.ts')).dbCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  jobs: async () => (await import('./commands/jobs.ts')).jobsCommand,
  cache: async () => (await import('./commands/cache.ts')).cacheCommand,
  refresh: async () => (await import('./commands/refresh.ts')).refreshCommand,
  health: async () => (await import('./commands/health.ts')).healthCommand,
  config: async () => (await import('./commands/config.ts')).configCommand,
};
