import { useEffect, useMemo, useState } from 'react';
import type { NewsFeed } from '../../shared/contract/news.ts';
import type { UtcMs } from '../../shared/time.ts';
import { ageOfFeeds } from './age-of-feeds.ts';
import type { FigureAge } from './figure-age.ts';

const lookAgainMs = 600_000;

/** The age of the news, which grows while nothing else happens. */
export function useFeedsAge(feeds: readonly NewsFeed[] | null): FigureAge | null {
  const [now, setNow] = useState(() => Date.now() as UtcMs);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() as UtcMs), lookAgainMs);
    return () => clearInterval(timer);
  }, []);
  return useMemo(() => (feeds === null ? null : ageOfFeeds(feeds, now)), [feeds, now]);
}
