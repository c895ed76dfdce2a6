import type { InstrumentKind } from '../../../shared/instrument.ts';
import type { SymbolCandidate } from '../../../shared/symbol-text.ts';

/** What a file tells about a code beside the code. */
export interface CandidateHints {
  readonly company: string | null;
  readonly kind: InstrumentKind | undefined;
}

const indexWords = /指|沪深\d|上证|深证|中证|国证|科创\d|创业板$|红利|综$/;

/** The instrument a code stands for: the only one, or of a share and an index with one code (000001) the one that the file's words mean. */
export function chooseCandidate(candidates: readonly SymbolCandidate[], { company, kind }: CandidateHints): SymbolCandidate | null {
  const [only, ...others] = candidates;
  if (only === undefined || others.length === 0) return only ?? null;
  if (company === null && kind === undefined) return null;
  const index = company === null ? kind === 'index' : indexWords.test(company);
  const meant = candidates.filter((one) => (one.kind === 'index') === index);
  return meant.length === 1 ? meant[0] ?? null : null;
}
