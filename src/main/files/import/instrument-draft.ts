import { exchangeByMic, exchangeBySuffix } from '../../../shared/exchanges.ts';
import type { InstrumentDraft } from '../../../shared/instrument.ts';
import type { SymbolCandidate } from '../../../shared/symbol-text.ts';

/** What the file or the person adds to what the exchange settles. */
export interface DraftFacts {
  readonly currency: string | null;
  readonly nameEn: string | null;
  readonly nameZh: string | null;
}

/** Describes an instrument from its key; an index takes zone and calendar of the exchange that publishes it. */
export function instrumentDraft(candidate: SymbolCandidate, facts: DraftFacts): InstrumentDraft {
  const own = exchangeByMic(candidate.mic);
  const exchange = candidate.kind === 'index' && candidate.code.includes('.') ? exchangeBySuffix(candidate.code.split('.').at(-1) ?? '') ?? own : own;
  return {
    mic: candidate.mic,
    code: candidate.code,
    kind: candidate.kind,
    nameEn: facts.nameEn,
    nameZh: facts.nameZh,
    currency: facts.currency ?? candidate.currency ?? exchange?.currency ?? null,
    zone: exchange?.zone ?? 'UTC',
    calendar: exchange?.calendar ?? null,
  };
}
