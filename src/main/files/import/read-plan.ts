import type { Basis } from '../../../shared/basis.ts';
import type { ErrorReply } from '../../../shared/app-error.ts';
import type { ImportPlan, ImportQuestion, DateFormat } from '../../../shared/contract/imports.ts';
import type { ClockConvention } from './bar-clock.ts';
import type { DescribeSymbol } from './bar-collector.ts';
import type { ExtraColumns } from './format.ts';
import type { TableShape } from './guess-table.ts';
import type { RowPolicy } from './row-rules.ts';

/** How a table will be read: what is shown to the person, and what only the reader needs. */
export interface ReadPlan {
  readonly shown: ImportPlan;
  /** What only the person can settle; reading starts when there is none. */
  readonly questions: readonly ImportQuestion[];
  /** What was settled but is open to doubt. */
  readonly notes: readonly ErrorReply[];
  readonly table: TableShape;
  /** Two readings of the dates, while nothing in the sample told them apart. */
  readonly openDateFormats: readonly DateFormat[];
  readonly dateFormat: DateFormat;
  readonly basis: Basis;
  readonly convention: ClockConvention;
  readonly policy: RowPolicy;
  /** The symbol of every row, where no column names it. */
  readonly symbol: string | null;
  readonly describe: DescribeSymbol;
  readonly volumeScale: number;
  readonly amountScale: number;
  readonly extras: ExtraColumns;
}
