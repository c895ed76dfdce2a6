import type { Bar } from '../../shared/bar.ts';
import type { UtcMs } from '../../shared/time.ts';

/** The values a bar had before a correction, and when that correction came. */
export interface PastValues extends Bar {
  readonly flags: number;
  readonly knownUntil: UtcMs;
}

/** What was known at a moment of the bars that were corrected after it, by time: of several corrections the earliest one replaced it. */
export function pastValuesAt<Past extends PastValues>(revisions: readonly Past[], at: UtcMs): ReadonlyMap<number, Past> {
  const known = new Map<number, Past>();
  for (const revision of revisions) {
    const other = known.get(revision.time);
    if (revision.knownUntil > at && (other === undefined || revision.knownUntil < other.knownUntil)) known.set(revision.time, revision);
  }
  return known;
}
