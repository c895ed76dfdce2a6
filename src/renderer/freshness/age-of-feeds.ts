import type { NewsFeed } from '../../shared/contract/news.ts';
import { dayMs, formatUtc, type UtcMs } from '../../shared/time.ts';
import type { FigureAge } from './figure-age.ts';

/** When the feeds that are switched on last answered: stale after a day, failed where one has failed since. Null where none has ever answered. */
export function ageOfFeeds(feeds: readonly NewsFeed[], now: UtcMs): FigureAge | null {
  const asked = feeds.filter(({ enabled }) => enabled);
  const times = asked.flatMap(({ succeededAt }) => succeededAt ?? []).sort((left, right) => left - right);
  const [oldest, newest] = [times[0], times.at(-1)];
  if (oldest === undefined || newest === undefined) return null;
  const failed = asked.some(({ failure, succeededAt }) => failure !== null && failure.at > (succeededAt ?? -Infinity));
  return {
    state: failed ? 'failed' : now - oldest > dayMs ? 'stale' : 'fresh',
    sessionsBehind: null,
    asOf: formatUtc(newest),
    oldest: formatUtc(oldest).slice(0, 10) === formatUtc(newest).slice(0, 10) ? null : formatUtc(oldest),
    sources: asked.map(({ title, url }) => (title === '' ? new URL(url).host : title)),
    fetchedAt: oldest,
    job: 'news',
  };
}
