import type { ColumnRole, DateFormat } from '../../../shared/contract/imports.ts';
import type { BarClock } from './bar-clock.ts';
import type { ExtraColumns } from './format.ts';

/** How the rows of a table become bars. */
export interface RowLayout {
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  readonly header: readonly string[] | null;
  readonly columns: readonly ColumnRole[];
  readonly dateFormat: DateFormat;
  readonly clock: BarClock;
  /** 100 where the file counts lots. */
  readonly volumeScale: number;
  /** What one unit of the amount column is worth in currency. */
  readonly amountScale: number;
  /** The symbol of every row, where no column names it. */
  readonly symbol: string | null;
  readonly extras: ExtraColumns;
  readonly encoding: 'utf-8' | 'gb18030' | 'latin1';
}
