import { closedBars } from './closed-bars.ts';
import type { AnalysisSource } from './analysis-source.ts';

/** The source without the bars whose session has not ended, which scores, ranks and alerts never use. */
export function closedSource(source: AnalysisSource): AnalysisSource {
  const bars = closedBars(source.bars);
  const count = bars.time.length;
  return { ...source, bars, header: { ...source.header, bars: count, asOf: source.dates[count - 1] ?? null } };
}
