import { recordSections, trackRecord } from '../../analysis/models/track-record.ts';
import { riskSections, scoreSections } from '../../analysis/universe/section-metrics.ts';
import type { UniverseFrame } from '../../analysis/universe/universe-frame.ts';
import type { MetricRecord } from '../../shared/contract/universe-figures.ts';
import { dayText } from '../../shared/day-text.ts';
import type { UniverseLoader, UniverseScope } from './load-universe.ts';
import { scoreBars } from './ranked-universe.ts';

/** Cross-sections of a record, and the sessions between two of them. */
export const recordCount = 24;
export const recordStep = 20;
/** Bars that the record of a metric looks back over: the sections, what came after the last, and what the score needs before the first. */
export const recordBars = scoreBars + recordCount * recordStep + 20;

/**
 * The record of a metric as of a scope's date, remembered while the bars stay the same; null where no section has an outcome yet, or
 * the metric has no record of its own.
 */
export function createRecorder({ load }: UniverseLoader): (scope: UniverseScope, metric: string) => MetricRecord | null {
  let remembered = new Map<string, MetricRecord | null>();
  let columns: Float64Array | null = null;
  return ({ asOf, market, scheme }, metric) => {
    if (metric !== 'score' && metric !== 'risk') return null;
    const { frame, date } = load({ asOf, market, scheme }, recordBars);
    // The same columns in memory are the same data.
    if (columns !== frame.bars.time) [columns, remembered] = [frame.bars.time, new Map()];
    const key = `${metric} ${market ?? ''} ${date}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const record = recordOf(frame, metric);
    remembered.set(key, record);
    return record;
  };
}

function recordOf(frame: UniverseFrame, metric: 'score' | 'risk'): MetricRecord | null {
  if (frame.dates.length <= 20) return null;
  const sections = recordSections(frame, recordCount, recordStep);
  const { outcomes, sections: dates, correlation } = trackRecord(frame, sections, metric === 'score' ? scoreSections(frame, sections) : riskSections(frame, sections));
  return outcomes.length === 0 ? null : { metric, outcomes, sections: dates.map(dayText), correlation };
}
