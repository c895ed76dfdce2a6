import { AppError } from '../../../shared/app-error.ts';
import { symbolCandidates, symbolKey } from '../../../shared/symbol-text.ts';
import type { SymbolReading } from '../../files/portfolio/read-portfolio-table.ts';
import type { Instrument } from '../../store/store.ts';
import { resolveInstrument } from '../resolve-symbol.ts';

/** Reads symbols of a table: what is stored decides, else a text with one possible meaning; each text is looked up once. */
export function symbolReader(instruments: readonly Instrument[]): (written: string) => SymbolReading {
  const known = new Map<string, SymbolReading>();
  return (written) => {
    const reading = known.get(written) ?? readSymbol(written, instruments);
    known.set(written, reading);
    return reading;
  };
}

function readSymbol(written: string, instruments: readonly Instrument[]): SymbolReading {
  try {
    return { symbol: resolveInstrument(written, instruments).symbol };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'symbol.ambiguous') return { reason: 'ambiguous', detail: String(error.params['candidates']) };
    const candidates = symbolCandidates(written).map(symbolKey);
    const [only] = candidates;
    if (only === undefined) return { reason: 'symbol', detail: written };
    return candidates.length === 1 ? { symbol: only } : { reason: 'ambiguous', detail: candidates.join(', ') };
  }
}
