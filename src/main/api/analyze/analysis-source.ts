import { barTimeText } from '../../../shared/bar-time-text.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { Frequency } from '../../../shared/frequency.ts';
import type { Instrument } from '../../store/store.ts';
import type { BarSource } from '../bar-source.ts';
import { readBarsOf, type BarsRequest } from '../read-bars.ts';
import { resolveInstrument } from '../resolve-symbol.ts';

export type AnalyzeInput = ParsedInput<'analyze.symbol'>;

/** The bars a part works on, and what its answer says about them. */
export interface AnalysisSource {
  readonly instrument: Instrument;
  /** The stored series the bars are of, and whether they are its bars as they are rather than made of them. */
  readonly series: number;
  readonly isStored: boolean;
  readonly freq: Frequency;
  readonly basis: Basis;
  readonly bars: BarColumns;
  readonly dates: readonly string[];
  /** The fields that every answer about data carries. */
  readonly header: { readonly symbol: string; readonly asOf: string | null; readonly source: string; readonly basis: Basis; readonly bars: number };
}

/** Reads a symbol's bars as they could be known at the end of the day `asOf`. */
export function analysisSource(source: BarSource, input: Pick<AnalyzeInput, 'symbol' | 'freq' | 'asOf'>, onSplitBasis = false): AnalysisSource {
  const instrument = resolveInstrument(input.symbol, source.store.read.instruments());
  const request: BarsRequest = { adjust: 'none', onSplitBasis };
  if (input.freq !== undefined) request.freq = input.freq;
  if (input.asOf !== undefined) request.asOf = input.asOf;
  const { series, columns, freq } = readBarsOf(source, instrument, request);
  const dates = Array.from(columns.time, (time) => barTimeText(freq, time));
  const { symbol, basis } = series;
  const header = { symbol, asOf: dates.at(-1) ?? null, source: series.source, basis, bars: dates.length };
  return { instrument, series: series.id, isStored: freq === series.freq, freq, basis, bars: columns, dates, header };
}
