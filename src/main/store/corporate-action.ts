import type { TradingDate, UtcMs } from '../../shared/time.ts';

/** A split, dividend or rights issue of an instrument, as stored. */
export interface CorporateAction {
  readonly instrument: number;
  readonly kind: 'split' | 'dividend' | 'rights';
  readonly exDate: TradingDate;
  readonly announcedAt: UtcMs | null;
  /** Split: new shares per old. Dividend: cash per share in the instrument's currency. Rights: new shares per old. */
  readonly value: number;
  /** Rights: subscription price. */
  readonly price: number | null;
  readonly source: string;
}
