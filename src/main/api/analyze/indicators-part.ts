import { computeIndicator } from '../../../analysis/indicators/compute-indicator.ts';
import { goldenSet } from '../../../analysis/indicators/golden-set.ts';
import { parseChoices } from '../../../analysis/indicators/parse-choices.ts';
import { findIndicatorOrProfile } from '../../../analysis/indicators/price-profiles.ts';
import { indicators } from '../../../analysis/indicators/registry.ts';
import { equalWeightReturns, type DatedReturns } from '../../../analysis/series/equal-weight-returns.ts';
import { barColumnNames } from '../../../shared/bars.ts';
import { finiteOrNull } from '../../../shared/finite-or-null.ts';
import type { AnalysisAnswer } from '../../../shared/contract/analyze.ts';
import type { BarSource } from '../bar-source.ts';
import { preferredSeries } from '../preferred-series.ts';
import { readBarsOf } from '../read-bars.ts';
import type { AnalysisSource, AnalyzeInput } from './analysis-source.ts';
import { indicatorInput, type AnalysisServices } from './indicator-input.ts';

const commonIds = ['sma', 'ema', 'rsi', 'macd', 'bollinger', 'atr', 'stochastic', 'dmi', 'cci', 'obv'];

/** Indicators over the whole series as arrays, null where there is no value; profiles by price after the last bar, null where there is too little to say. */
export function indicatorsPart(source: AnalysisSource, { set = 'common', asOf, benchmark: named }: AnalyzeInput, from: AnalysisServices): AnalysisAnswer {
  const { bars, basis, dates, header } = source;
  if (set === 'golden') return { ...header, dates, ...goldenSet(bars, marketReturns(source, asOf, from), basis) };
  const choices = parseChoices(indicatorIdsOfBars(set), findIndicatorOrProfile);
  const { columns: input, require, benchmark } = indicatorInput(from, source, choices.map(({ chosen }) => chosen), { asOf, benchmark: named });
  const answer: Record<string, (number | null)[]> = {};
  const profiles: Record<string, object | null> = {};
  for (const { text, chosen: indicator, parameters } of choices) {
    require(indicator);
    if ('profile' in indicator) {
      profiles[text] = indicator.profile(input, parameters);
      continue;
    }
    const columns = Object.entries(computeIndicator(indicator, input, parameters, { basis }));
    for (const [output, column] of columns) {
      answer[columns.length === 1 ? text : `${text}.${output}`] = Array.from(column, finiteOrNull);
    }
  }
  return { ...header, ...(benchmark === null ? {} : { benchmark }), dates, indicators: answer, ...(Object.keys(profiles).length === 0 ? {} : { profiles }) };
}

/** A set by its name as a list: `common`, `all` that need nothing but bars, or the list itself. */
export function indicatorIdsOfBars(set: string): string {
  return set === 'common' ? commonIds.join(',') : set === 'all' ? fromBarsAlone().join(',') : set;
}

/** The indicators that need nothing but bars. */
function fromBarsAlone(): string[] {
  const known: readonly string[] = barColumnNames;
  return indicators.filter(({ inputs }) => inputs.every((name) => known.includes(name))).map(({ id }) => id);
}

/** The equal-weight index of the instruments that keep the same calendar, seen no later than `asOf`. */
function marketReturns({ instrument, freq }: AnalysisSource, asOf: string | undefined, from: BarSource): DatedReturns {
  const peers = from.store.read.instruments().filter(({ calendar, mic }) => calendar === instrument.calendar && mic === instrument.mic);
  const bars = peers.flatMap((peer) => {
    const series = preferredSeries(from.store.read.seriesOf(peer.id), freq);
    if (series === null) return [];
    // As of an earlier day another of its series may have been the preferred one.
    const which = asOf === undefined ? { series: series.id } : { asOf };
    const reply = readBarsOf(from, peer, { freq, adjust: 'none', ...which });
    return reply.series.freq === freq ? [reply.columns] : [];
  });
  return equalWeightReturns(bars);
}
