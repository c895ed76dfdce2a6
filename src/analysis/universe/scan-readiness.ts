/** Whether a series is fit to be scanned, worst first: too short, then by how many closed sessions it lacks. */
type ScanReadiness = 'empty' | 'tooShort' | 'stale' | 'outdated' | 'missingSession' | 'ready' | 'unknown';

/** Bars below which the long averages say nothing. */
const leastBars = 60;

/** Fitness of a series from its length and its age in sessions (null where no calendar is known). Source: models.md 1.9. */
export function scanReadiness(bars: number, sessionsBehind: number | null): ScanReadiness {
  if (bars === 0) return 'empty';
  if (bars < leastBars) return 'tooShort';
  if (sessionsBehind === null) return 'unknown';
  if (sessionsBehind > 5) return 'stale';
  if (sessionsBehind > 2) return 'outdated';
  return sessionsBehind > 0 ? 'missingSession' : 'ready';
}
