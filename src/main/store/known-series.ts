import type { InstrumentDraft } from '../../shared/instrument.ts';
import type { SeriesChunk } from './import-store.ts';
import type { SeriesRecord } from './tables/series-table.ts';
import type { Tables } from './tables/tables.ts';

/** A series as the last write left it. */
export interface KnownRecord {
  record: SeriesRecord;
  /** The last batch noted to have brought bars of it. */
  batch: number;
}

interface KnownInstrument {
  readonly id: number;
  /** As it was described last: only the same words again change nothing. */
  readonly draft: InstrumentDraft;
  readonly series: KnownRecord[];
}

/**
 * The instruments and series that chunks wrote, as they left them, to spare looking them up again. Whatever else changes
 * instruments or series, and a transaction that fails, has to `clear` it.
 */
export class KnownSeries {
  readonly #instruments = new Map<string, KnownInstrument>();

  clear(): void {
    this.#instruments.clear();
  }

  /** The instrument of a draft, made or filled in where it has to be, and whether that changed anything stored. */
  instrument(tables: Tables, symbol: string, draft: InstrumentDraft, batch: number, pinyin: (name: string) => string): { readonly known: KnownInstrument; readonly changed: boolean } {
    const old = this.#instruments.get(symbol);
    if (old !== undefined && sameDraft(old.draft, draft)) return { known: old, changed: false };
    const { id, changed } = tables.instruments.upsert(draft, batch, pinyin);
    const known = { id, draft, series: old?.series ?? [] };
    this.#instruments.set(symbol, known);
    return { known, changed };
  }

  /** A series of a known instrument, made where there is none; of no batch where it was not known yet. */
  series(tables: Tables, { id, series }: KnownInstrument, { freq, origin, basis }: SeriesChunk, file: string, at: SeriesRecord['fetchedAt']): KnownRecord {
    const old = series.find(({ record }) => record.freq === freq && record.basis === basis && record.origin === origin);
    if (old !== undefined) return old;
    const known = { record: tables.series.byKey(id, freq, origin, basis) ?? tables.series.add(id, freq, origin, basis, file, at), batch: NaN };
    series.push(known);
    return known;
  }
}

function sameDraft(a: InstrumentDraft, b: InstrumentDraft): boolean {
  return a.kind === b.kind && a.nameEn === b.nameEn && a.nameZh === b.nameZh && a.currency === b.currency && a.zone === b.zone && a.calendar === b.calendar;
}
