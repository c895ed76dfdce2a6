import { AppError } from '../../shared/app-error.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { FactsChunk } from './company-facts.ts';
import type { Tables } from './tables/tables.ts';

export interface WrittenFacts {
  readonly outcome: { readonly written: number; readonly unchanged: number };
  /** What instruments changed under the new data version; null when nothing did. */
  readonly commit: { readonly version: number; readonly symbols: readonly string[] } | null;
}

/** Writes facts of a running batch; the caller wraps it in a transaction. */
export function writeFacts(tables: Tables, batch: number, facts: FactsChunk, at: UtcMs): WrittenFacts {
  const stored = tables.batches.byId(batch);
  if (stored === null) throw new AppError('store.batchUnknown', { batch });
  if (stored.state !== 'running') throw new AppError('store.batchClosed', { batch });
  const ids = new Map<string, number>();
  const symbols = new Set<string>();
  let written = 0;
  let unchanged = 0;
  const idOf = (symbol: string): number => {
    const id = ids.get(symbol) ?? tables.instruments.bySymbol(symbol)?.id;
    if (id === undefined) throw new AppError('store.symbolUnknown', { symbol });
    ids.set(symbol, id);
    return id;
  };
  const note = (symbol: string, changed: boolean): void => {
    if (changed) symbols.add(symbol);
    if (changed) written++;
    else unchanged++;
  };
  const { reports, shares, flows } = tables.facts;
  for (const { symbol, ...fact } of facts.reports ?? []) note(symbol, reports.add({ ...fact, instrument: idOf(symbol), recordedAt: at }, batch));
  for (const { symbol, ...fact } of facts.shares ?? []) note(symbol, shares.add({ ...fact, instrument: idOf(symbol), recordedAt: at }, batch));
  for (const { symbol, ...fact } of facts.flows ?? []) note(symbol, flows.add({ ...fact, instrument: idOf(symbol), recordedAt: at }, batch));
  for (const { symbol, ...listing } of facts.listings ?? []) note(symbol, tables.instruments.setListing(idOf(symbol), listing));
  if (symbols.size === 0) return { outcome: { written, unchanged }, commit: null };
  const version = tables.state.dataVersion() + 1;
  tables.state.setDataVersion(version);
  tables.changes.add(version, []);
  return { outcome: { written, unchanged }, commit: { version, symbols: [...symbols] } };
}
