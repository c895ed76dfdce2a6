import type { Basis } from '../../../shared/basis.ts';
import type { DateFormat } from '../../../shared/contract/imports.ts';
import type { Market } from '../../../shared/exchanges.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { TableShape } from './guess-table.ts';
import type { TextSample } from './text-sample.ts';

/** What a product's files have in common and do not say themselves. Everything here yields to what the person settles. */
export interface FormatTraits {
  /** 0–1: how sure it is that this product wrote the file. */
  readonly confidence: number;
  /** The table, where the product needs other columns or lines than the header words give. */
  readonly table?: TableShape;
  readonly basis?: Basis;
  readonly market?: Market;
  readonly exchange?: string;
  readonly currency?: string;
  /** IANA zone of times written without one. */
  readonly zone?: string;
  readonly freq?: Frequency;
  readonly dateFormat?: DateFormat;
  /** The instrument as the file's title or name gives it. */
  readonly symbol?: string;
  readonly nameZh?: string;
  readonly nameEn?: string;
  readonly volumeUnit?: 'shares' | 'lots';
  /** Intraday bars are stamped with their end. */
  readonly stampsBarEnd?: boolean;
}

/** One product's text files: recognises them and knows their conventions. */
export interface Format {
  readonly id: string;
  /** Null where the file is not of this kind. */
  recognise(sample: TextSample, table: TableShape | null): FormatTraits | null;
}
