import { allocateBars } from '../../../shared/bars.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { ImportResult, ListPreview, Rejection } from '../../../shared/contract/imports.ts';
import { resolveInstrument } from '../../api/resolve-symbol.ts';
import type { Clock } from '../../ports.ts';
import type { ImportChunk } from '../../store/import-store.ts';
import type { Instrument, Store } from '../../store/store.ts';
import type { ListedInstrument } from './read-instrument-list.ts';

const shownEntries = 200;

interface ListImport {
  readonly name: string;
  readonly listed: readonly ListedInstrument[];
  readonly store: Store;
  readonly clock: Clock;
}

/** Gives the instruments that are in the store the names and industries of a list; the others are skipped, for they have no bars. */
export async function importInstrumentList({ name, listed, store, clock }: ListImport): Promise<ImportResult> {
  const startedAt = clock.now();
  const known = store.read.instruments();
  const found = listed.flatMap((row) => {
    const instrument = match(row.code, known);
    return instrument === null ? [] : [{ row, instrument }];
  });
  const batch = await store.write.beginImport(name, 'instruments', startedAt);
  const before = store.read.dataVersion();
  await store.write.writeChunk(batch, chunkOf(found, name), startedAt);
  await store.write.finishImport(batch, { state: 'completed', rows: listed.length, rejected: 0 });
  const changed = store.read.dataVersion() > before;
  const skipped = listed.length - found.length;
  const rejections: readonly Rejection[] = listed
    .filter(({ code }) => match(code, known) === null)
    .slice(0, 100)
    .map(({ line, code }) => ({ line, rule: 'unknownSymbol', text: code.slice(0, 200) }));
  return {
    batch, file: name, format: 'instruments', rows: listed.length,
    imported: changed ? found.length : 0, unchanged: changed ? 0 : found.length,
    rejected: 0, skipped, symbols: found.length, from: null, to: null,
    watchlist: null, files: [], failures: [], otherFiles: 0, repaired: {}, rejectedBy: {}, skippedBy: skipped > 0 ? { unknownSymbol: skipped } : {}, rejections,
    elapsedMs: clock.now() - startedAt,
  };
}

/** What a list's lines mean among the instruments in the store. */
export function previewInstrumentList(name: string, bytes: number, listed: readonly ListedInstrument[], known: readonly Instrument[]): ListPreview {
  const entries = listed.slice(0, shownEntries).map(({ line, code, name: company }) => {
    const symbol = match(code, known)?.symbol ?? null;
    return { line, text: company === null ? code : `${code} ${company}`, symbol, stored: symbol !== null };
  });
  return { kind: 'instruments', name, bytes, total: listed.length, entries };
}

function match(code: string, known: readonly Instrument[]): Instrument | null {
  try {
    return resolveInstrument(code, known);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function chunkOf(found: readonly { readonly row: ListedInstrument; readonly instrument: Instrument }[], source: string): ImportChunk {
  return {
    series: found.map(({ row, instrument }) => {
      const { mic, code, kind, currency, zone, calendar } = instrument;
      const isChinese = row.name !== null && /\p{Script=Han}/u.test(row.name);
      return {
        instrument: { mic, code, kind, currency, zone, calendar, nameEn: isChinese ? null : row.name, nameZh: isChinese ? row.name : null },
        freq: '1d', origin: 'instruments', basis: 'raw', columns: allocateBars(0),
      };
    }),
    actions: [],
    rejections: [],
    memberships: found.flatMap(({ row, instrument }) =>
      Object.entries(row.industries).map(([scheme, industry]) => ({ symbol: instrument.symbol, scheme, industry, validFrom: null, validUntil: null, source })),
    ),
  };
}
