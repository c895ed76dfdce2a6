import type { WorkDone } from '../jobs/job-work.ts';
import type { NewsServices } from '../news/fetch-news.ts';
import { joinFetch } from '../news/join-fetch.ts';
import { loadLexicons } from '../news/load-lexicons.ts';
import { loadNewsWords } from '../news/load-news-words.ts';
import type { Ports } from '../ports.ts';
import type { Services } from './open-services.ts';

/** The news of a workspace: what it is fetched with, and the work of its job. */
export type News = ReturnType<typeof openNews>;

export function openNews({ clock, paths }: Pick<Ports, 'clock' | 'paths'>, { store, http, cache, settings, events }: Services) {
  const services: NewsServices = {
    store, http, cache, clock,
    feeds: settings.feeds,
    words: once(() => loadNewsWords(paths.resources)),
    lexicons: once(() => loadLexicons(paths.resources)),
  };
  const fetch = joinFetch(services);
  const work = async (signal: AbortSignal): Promise<WorkDone> => {
    const isWanted = settings.feeds().some(({ enabled }) => enabled) && !settings.isOffline();
    if (!isWanted) return { done: 0, failures: [] };
    const { added, failures } = await fetch(signal);
    if (added > 0) events.emit({ type: 'news' });
    return { done: added, failures };
  };
  return { services, fetch, work };
}

/** A value made when first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
