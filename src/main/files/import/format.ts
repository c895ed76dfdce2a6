import type { Basis } from '../../../shared/basis.ts';
import type { DateFormat } from '../../../shared/contract/imports.ts';
import type { Market } from '../../../shared/exchanges.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { InstrumentKind } from '../../../shared/instrument.ts';
import type { TableShape } from './guess-table.ts';
import type { TextSample } from './text-sample.ts';

/** What a product's files have in common and do not say themselves. Everything here yields to what the person settles. */
export interface FormatTraits {
  /** 0–1: how sure it is that this product wrote the file. */
  readonly confidence: number;
  /** The table, where the product needs other columns or lines than the header words give. */
  readonly table?: TableShape | undefined;
  readonly basis?: Basis | undefined;
  /** The basis where amounts prove that prices are adjusted and no basis is stated. */
  readonly adjustedBasis?: Basis | undefined;
  readonly market?: Market | undefined;
  readonly exchange?: string | undefined;
  readonly currency?: string | undefined;
  /** IANA zone of times written without one. */
  readonly zone?: string | undefined;
  readonly freq?: Frequency | undefined;
  readonly dateFormat?: DateFormat | undefined;
  /** The instrument as the file's title or name gives it. */
  readonly symbol?: string | undefined;
  /** The instrument's name as the file's title gives it. */
  readonly company?: string | undefined;
  /** What the code means where it could be several things (000001 is a bank and an index). */
  readonly kind?: InstrumentKind | undefined;
  readonly volumeUnit?: 'shares' | 'lots' | undefined;
  /** What one unit of the amount column is worth in currency; 1 where it is not given. */
  readonly amountScale?: number | undefined;
  /** Intraday bars are stamped with their end. */
  readonly stampsBarEnd?: boolean | undefined;
  /** Weeks and months are stamped with their first day; told from the dates where it is not given. */
  readonly stampsPeriodStart?: boolean | undefined;
  readonly extras?: ExtraColumns | undefined;
}

/** Columns of some products that are no part of a bar, by index. */
export interface ExtraColumns {
  /** Names of bar flags, or their bits. */
  readonly flags?: number | undefined;
  /** Cash dividend per share going ex on the row's date. */
  readonly dividend?: number | undefined;
  /** New shares per old one from the row's date on; 0 and 1 mean none. */
  readonly split?: number | undefined;
}

/** One product's text files: recognises them and knows their conventions. */
export interface Format {
  readonly id: string;
  /** Null where the file is not of this kind. `table` is what the header words alone give. */
  recognise(sample: TextSample, table: TableShape | null): FormatTraits | null;
}
