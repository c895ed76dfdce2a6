import { existsSync, readFileSync } from 'node:fs';
import { AppError } from '../../shared/app-error.ts';
import { markets, type Market } from '../../shared/exchanges.ts';
import type { ParsedArguments } from './arguments.ts';
import { choice, flagText } from './flag-values.ts';

/** Flags of every command about the universe. */
export const universeOptions = {
  'as-of': { type: 'string' },
  market: { type: 'string' },
  watchlist: { type: 'string' },
  all: { type: 'boolean', default: false },
  industry: { type: 'string' },
  scheme: { type: 'string' },
  metric: { type: 'string' },
} as const;

export const universeUsage = '[--as-of D] [--market M] [--watchlist W | --all] [--industry I] [--scheme S] [--metric M]';

/** The scope that the flags name: all symbols where no flag says less, with or without `--all`. */
export function universeFlags({ values }: ParsedArguments): { asOf?: string; market?: Market; watchlist?: string; industry?: string; scheme?: string; metric?: string } {
  const scope: ReturnType<typeof universeFlags> = {};
  const [asOf, market, watchlist, industry, scheme, metric] = ['as-of', 'market', 'watchlist', 'industry', 'scheme', 'metric'].map((name) => flagText(values[name]));
  if (values['all'] === true && watchlist !== undefined) throw new AppError('app.usage', { problem: 'take one of --watchlist W, --all' });
  if (asOf !== undefined) scope.asOf = asOf;
  if (market !== undefined) scope.market = choice(market.toUpperCase(), '--market', markets);
  if (watchlist !== undefined) scope.watchlist = watchlist;
  if (industry !== undefined) scope.industry = industry;
  if (scheme !== undefined) scope.scheme = scheme;
  if (metric !== undefined) scope.metric = metric;
  return scope;
}

/** `--rule`: the name of a rule, a file that holds one, or the rule itself. */
export function ruleFlag(value: string): { rule: string } | { text: string } {
  if (existsSync(value)) return { text: readFileSync(value, 'utf8').trim() };
  return /[\s<>=]/.test(value) ? { text: value } : { rule: value };
}
