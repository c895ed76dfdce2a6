import { AppError } from '../../shared/app-error.ts';
import type { SymbolWork } from '../jobs/job-work.ts';
import { analysisSource } from './analyze/analysis-source.ts';
import { flowPart, fundamentalsPart } from './analyze/company-parts.ts';
import type { BarSource } from './bar-source.ts';
import type { HandlersOf } from './handlers.ts';
import { resolveInstrument } from './resolve-symbol.ts';

/** How companies are fetched. */
interface CompanyFetch {
  /** Whether some source may have reports of a symbol. */
  readonly covers: (symbol: string) => boolean;
  /** Fetches whatever is held, however young. */
  readonly work: SymbolWork;
}

/** What a company's reports and the flow of money into its shares say. */
export function companyHandlers(from: BarSource, { covers, work }: CompanyFetch): HandlersOf<'company'> {
  const { read } = from.store;
  return {
    'company.fundamentals': (input) => fundamentalsPart(analysisSource(from, input), read, input.asOf),
    'company.fetch': async (input) => {
      const { id, symbol } = resolveInstrument(input.symbol, read.instruments());
      if (!covers(symbol)) throw new AppError('fundamentals.noSource', { symbol });
      const { failures: [failure] } = await work([symbol], new AbortController().signal, () => undefined);
      if (failure !== undefined) throw new AppError(failure.error.code, failure.error.params);
      if (read.fundamentals(id).length === 0) throw new AppError('fundamentals.noSource', { symbol });
      return null;
    },
    'company.flow': (input) => flowPart(analysisSource(from, input), read, input.asOf),
  };
}
