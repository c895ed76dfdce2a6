import { instantOf } from '../../shared/calendar/zone-clock.ts';
import type { UtcMs } from '../../shared/time.ts';
import { dateAt } from '../providers/date-at.ts';
import type { SourceReport } from '../providers/provider.ts';
import type { FundamentalReport } from '../store/company-facts.ts';

interface Given {
  readonly source: string;
  /** Of the company's exchange. */
  readonly zone: string;
  readonly reports: readonly SourceReport[];
  /** What the store has of the company. */
  readonly stored: readonly FundamentalReport[];
  /** The time at which they are written. */
  readonly at: UtcMs;
}

type NewReport = Omit<FundamentalReport, 'instrument' | 'recordedAt'>;

const figures = ['currency', 'revenue', 'grossProfit', 'netProfit', 'equity', 'assets'] as const;

/**
 * The reports to add so that the store has what a source gives. One counts as known from the end of the day it was published; without such a
 * day, or when the figures of a day that is stored already changed, from now on: what a past day could know is never rewritten.
 */
export function newReports({ source, zone, reports, stored, at }: Given): NewReport[] {
  return reports.flatMap((report): NewReport[] => {
    const { periodEnd, months, publishedOn, ...values } = report;
    if (figures.every((name) => name === 'currency' || values[name] === null)) return [];
    const known = stored
      .filter((one) => one.source === source && one.periodEnd === periodEnd && one.months === months)
      .reduce<FundamentalReport | null>((newest, one) => (newest === null || one.publishedAt > newest.publishedAt ? one : newest), null);
    if (known !== null && figures.every((name) => known[name] === values[name])) return [];
    // A day that has not come is no day of publication.
    const dated = publishedOn === null || publishedOn > dateAt(zone, at) ? at : instantOf(zone, publishedOn + 1, 0) - 1;
    const publishedAt = (known !== null && dated <= known.publishedAt ? Math.max(at, known.publishedAt + 1) : dated) as UtcMs;
    return [{ ...values, periodEnd, months, publishedAt, source }];
  });
}
