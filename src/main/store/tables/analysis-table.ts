import type { AnalysisKind, StoredAnalysis } from '../../../shared/contract/jobs.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { Connection } from '../connect.ts';

/** Figures computed of an instrument on its bars up to one. */
export interface AnalysisRecord {
  readonly instrument: number;
  readonly kind: AnalysisKind;
  readonly freq: Frequency;
  /** The time of the last bar used. */
  readonly asOf: number;
  readonly computedAt: UtcMs;
  readonly figures: StoredAnalysis['figures'];
}

export interface AnalysisTable {
  /** Newest first; of one kind where one is named. */
  of(instrument: number, kind: AnalysisKind | null, limit: number): readonly AnalysisRecord[];
  /** Keeps one analysis a bar; what says the same as before is left alone. Answers whether anything changed. */
  put(record: AnalysisRecord): boolean;
}

interface Row {
  instrument: number;
  kind: AnalysisKind;
  freq: Frequency;
  asOf: number;
  computedAt: UtcMs;
  figures: string;
}

export function analysisTable(database: Connection): AnalysisTable {
  const of = database.prepare<[number, string | null, number], Row>(
    `SELECT instrument, kind, freq, as_of AS asOf, computed_at AS computedAt, figures FROM stored_analysis
     WHERE instrument = ? AND kind IS coalesce(?, kind) ORDER BY as_of DESC, kind LIMIT ?`,
  );
  const put = database.prepare<[number, string, string, number, number, string]>(
    `INSERT INTO stored_analysis (instrument, kind, freq, as_of, computed_at, figures) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (instrument, kind, freq, as_of) DO UPDATE SET computed_at = excluded.computed_at, figures = excluded.figures
     WHERE figures <> excluded.figures`,
  );
  return {
    // Only `put` writes the column, so what is parsed is what it was given.
    of: (instrument, kind, limit) => of.all(instrument, kind, limit).map((row) => ({ ...row, figures: JSON.parse(row.figures) as AnalysisRecord['figures'] })),
    put: ({ instrument, kind, freq, asOf, computedAt, figures }) => put.run(instrument, kind, freq, asOf, computedAt, JSON.stringify(figures)).changes > 0,
  };
}
