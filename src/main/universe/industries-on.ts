import { AppError } from '../../shared/app-error.ts';
import type { TradingDate } from '../../shared/time.ts';
import type { IndustryMembership } from '../store/industry-membership.ts';

export interface IndustriesOn {
  /** Null where no classification is stored. */
  readonly scheme: string | null;
  /** In the order of the instruments asked for. */
  readonly industries: readonly (string | null)[];
  /** Whether every membership used is known to have held on the date; one without days is taken to hold always. */
  readonly isDated: boolean;
}

/** The industry of each instrument on a date, by one classification. Throws `universe.value` for one that is not stored. */
export function industriesOn(memberships: readonly IndustryMembership[], instruments: readonly number[], date: TradingDate, wanted: string | undefined): IndustriesOn {
  const known = new Set(instruments);
  const byScheme = Map.groupBy(memberships.filter(({ instrument }) => known.has(instrument)), ({ scheme }) => scheme);
  if (wanted !== undefined && !byScheme.has(wanted)) {
    throw new AppError('universe.value', { field: 'scheme', value: wanted, allowed: [...byScheme.keys()].sort().join(', ') || '–' });
  }
  const scheme = wanted ?? widestScheme(byScheme);
  const holding = (byScheme.get(scheme ?? '') ?? []).filter(
    ({ validFrom, validUntil }) => (validFrom === null || validFrom <= date) && (validUntil === null || validUntil > date),
  );
  // Of several that hold, the one that began last.
  const newest = new Map<number, IndustryMembership>();
  for (const one of holding) {
    const other = newest.get(one.instrument);
    if (other === undefined || (other.validFrom ?? -Infinity) <= (one.validFrom ?? -Infinity)) newest.set(one.instrument, one);
  }
  return {
    scheme,
    industries: instruments.map((instrument) => newest.get(instrument)?.industry ?? null),
    isDated: newest.size > 0 && [...newest.values()].every(({ validFrom }) => validFrom !== null),
  };
}

/** The classification of most instruments; of equals the coarser one, then by name. */
function widestScheme(byScheme: ReadonlyMap<string, readonly IndustryMembership[]>): string | null {
  const ranked = [...byScheme].map(([scheme, rows]) => ({
    scheme,
    covered: new Set(rows.map(({ instrument }) => instrument)).size,
    names: new Set(rows.map(({ industry }) => industry)).size,
  }));
  ranked.sort((a, b) => b.covered - a.covered || a.names - b.names || (a.scheme < b.scheme ? -1 : 1));
  return ranked[0]?.scheme ?? null;
}
