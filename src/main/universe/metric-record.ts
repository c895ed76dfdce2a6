import { recordSections, trackRecord } from '../../analysis/models/track-record.ts';
import { riskSections, scoreSections } from '../../analysis/universe/section-metrics.ts';
import type { UniverseFrame } from '../../analysis/universe/universe-frame.ts';
import type { MetricRecord } from '../../shared/contract/universe-figures.ts';
import type { UniverseScope } from './load-universe.ts';
import { isoDate, scoreBars } from './ranked-universe.ts';
import type { UniverseDesk } from './universe-desk.ts';

/** Cross-sections of a record, and the sessions between two of them. */
export const recordCount = 24;
export const recordStep = 20;
/** Bars that the record of a metric looks back over: the sections, what came after the last, and what the score needs before the first. */
export const recordBars = scoreBars + recordCount * recordStep + 20;

export type RecordedMetric = 'score' | 'risk';

/** The record of a metric as of the scope's date; null where no section has an outcome yet, or the metric has none of its own. */
export function metricRecord({ load }: Pick<UniverseDesk, 'load'>, scope: UniverseScope, metric: string): MetricRecord | null {
  if (metric !== 'score' && metric !== 'risk') return null;
  return recordOf(load(scope, recordBars).frame, metric);
}

export function recordOf(frame: UniverseFrame, metric: RecordedMetric): MetricRecord | null {
  if (frame.dates.length <= 20) return null;
  const sections = recordSections(frame, recordCount, recordStep);
  const { outcomes, sections: dates, correlation } = trackRecord(frame, sections, metric === 'score' ? scoreSections(frame, sections) : riskSections(frame, sections));
  return outcomes.length === 0 ? null : { metric, outcomes, sections: dates.map(isoDate), correlation };
}
