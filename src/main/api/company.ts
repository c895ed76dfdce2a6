import { analysisSource } from './analyze/analysis-source.ts';
import { flowPart, fundamentalsPart } from './analyze/company-parts.ts';
import type { BarSource } from './bars.ts';
import type { HandlersOf } from './handlers.ts';

/** What a company's reports and the flow of money into its shares say. */
export function companyHandlers(from: BarSource): HandlersOf<'company'> {
  return {
    'company.fundamentals': (input) => fundamentalsPart(analysisSource(from, input), from.store.read, input.asOf),
    'company.flow': (input) => flowPart(analysisSource(from, input), from.store.read, input.asOf),
  };
}
