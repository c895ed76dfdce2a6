import { readFileSync, statSync } from 'node:fs';
import { AppError } from '../../../shared/app-error.ts';
import type { AppEvent } from '../../../shared/contract/event.ts';
import type { Portfolio } from '../../../shared/contract/portfolios.ts';
import type { FileTokens } from '../../files/file-tokens.ts';
import { detectEncoding } from '../../files/import/encoding.ts';
import { portfolioColumns } from '../../files/portfolio/portfolio-columns.ts';
import { readPortfolioTable } from '../../files/portfolio/read-portfolio-table.ts';
import { writePortfolioTable } from '../../files/portfolio/write-portfolio-table.ts';
import { safeFileName } from '../../files/safe-file-name.ts';
import type { Clock } from '../../ports.ts';
import type { BarSource } from '../bar-source.ts';
import type { HandlersOf } from '../handlers.ts';
import { analyzePortfolio } from './analyze-portfolio.ts';
import { symbolReader } from './symbol-reader.ts';

const largestBytes = 20_000_000;

interface PortfolioServices {
  readonly from: BarSource;
  readonly files: FileTokens;
  readonly clock: Clock;
  readonly emit: (event: AppEvent) => void;
}

/** The user's portfolios; every change tells the screens to read them again. */
export function portfoliosHandlers({ from, files, clock, emit }: PortfolioServices): HandlersOf<'portfolios'> {
  const { read, write } = from.store;
  const changed = <Value>(value: Value): Value => {
    emit({ type: 'portfolios' });
    return value;
  };
  const need = (id: number): Portfolio => {
    const found = read.portfolio(id);
    if (found === null) throw new AppError('portfolio.gone');
    return found;
  };
  return {
    'portfolios.list': () => read.portfolios(),
    'portfolios.get': ({ id }) => need(id),
    'portfolios.save': async ({ id = null, name = null, currency, entries = null }) =>
      changed(await write.savePortfolio({ id, name, currency, entries }, clock.now())),
    'portfolios.remove': async ({ id }) => {
      await write.removePortfolio(id);
      return changed(null);
    },
    'portfolios.import': async ({ file, name, currency, replace }) => {
      const source = files.resolve(file, 'read');
      const table = readPortfolioTable(decoded(source), symbolReader(read.instruments()));
      if (table === null) throw new AppError('portfolio.header', { file: source.name, allowed: portfolioColumns.join(', ') });
      const [first] = table.rejected;
      if (table.entries.length === 0) {
        throw new AppError('portfolio.rows', { file: source.name, line: first?.line ?? 1, reason: first?.reason ?? 'cells', detail: first?.detail ?? '–' });
      }
      const old = read.portfolios().find((one) => one.name.toLowerCase() === name.toLowerCase());
      const before = old === undefined || replace ? [] : need(old.id).entries;
      const portfolio = await write.savePortfolio({ id: old?.id ?? null, name, currency, entries: [...before, ...table.entries] }, clock.now());
      const symbols = new Set(table.entries.flatMap(({ symbol }) => (symbol === null ? [] : [symbol])));
      const missing = [...symbols].filter((symbol) => read.instrument(symbol) === null);
      return changed({ portfolio, imported: table.entries.length, rejected: table.rejected, missing });
    },
    'portfolios.export': ({ id }) => {
      const { name, entries } = need(id);
      return { name: `${safeFileName(name)}.csv`, text: writePortfolioTable(entries) };
    },
    'portfolios.analyze': (input) => analyzePortfolio(from, need(input.id), input),
  };
}

function decoded({ path, name }: { readonly path: string; readonly name: string }): string {
  if (statSync(path).size > largestBytes) throw new AppError('portfolio.size', { file: name, allowed: largestBytes });
  const bytes = readFileSync(path);
  const { name: encoding, markBytes } = detectEncoding(bytes, undefined);
  return new TextDecoder(encoding).decode(bytes.subarray(markBytes));
}
