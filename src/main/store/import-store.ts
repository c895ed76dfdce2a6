import type { BarColumns } from '../../shared/bars.ts';
import type { Basis } from '../../shared/basis.ts';
import type { ImportBatch, ImportOptions, Rejection, UndoneImport } from '../../shared/contract/imports.ts';
import type { Frequency } from '../../shared/frequency.ts';
import type { InstrumentDraft } from '../../shared/instrument.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { CorporateAction } from './corporate-action.ts';
import type { IndustryMembership } from './industry-membership.ts';

/** The bars of one series in a chunk of an import. Times strictly increase. */
export interface SeriesChunk {
  readonly instrument: InstrumentDraft;
  readonly freq: Frequency;
  readonly origin: string;
  readonly basis: Basis;
  readonly columns: BarColumns;
}

export interface ImportChunk {
  readonly series: readonly SeriesChunk[];
  readonly actions: readonly (Omit<CorporateAction, 'instrument'> & { readonly symbol: string })[];
  readonly rejections: readonly Rejection[];
  readonly memberships?: readonly (Omit<IndustryMembership, 'instrument'> & { readonly symbol: string })[];
}

export interface WrittenBars {
  readonly imported: number;
  readonly unchanged: number;
}

export interface ChunkOutcome extends WrittenBars {
  /** In the order of the chunk. */
  readonly bySeries: readonly WrittenBars[];
}

export interface BatchSummary {
  readonly state: 'completed' | 'cancelled';
  readonly rows: number;
  readonly rejected: number;
}

/** Import batches with what they refused, and saved import options. */
export interface ImportsReader {
  batches(): readonly ImportBatch[];
  rejections(batch: number, offset: number, limit: number): readonly Rejection[];
  /** Saved import options by name, as JSON values that the importer parses. */
  mappings(): ReadonlyMap<string, unknown>;
}

export interface ImportsWriter {
  beginImport(file: string, format: string, at: UtcMs): Promise<number>;
  /**
   * Merges bars: new times are added, equal values left alone, different ones replaced and kept as revisions. Takes the columns'
   * memory. A series may come several times in a batch, even within a chunk.
   */
  writeChunk(batch: number, chunk: ImportChunk, at: UtcMs): Promise<ChunkOutcome>;
  finishImport(batch: number, summary: BatchSummary): Promise<void>;
  undoImport(batch: number): Promise<UndoneImport>;
  saveMapping(name: string, options: ImportOptions): Promise<void>;
  removeMapping(name: string): Promise<void>;
}
