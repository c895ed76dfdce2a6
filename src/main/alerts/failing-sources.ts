import type { Clock } from '../ports.ts';
import { isLeftAlone } from '../providers/is-left-alone.ts';
import type { Http } from '../providers/http.ts';
import type { Sources } from '../providers/sources.ts';
import type { FailedSource } from './data-trouble.ts';

/** The sources that are left alone because they kept failing, each with the time it was first seen so. */
export function failingSources(sources: Sources, http: Http, clock: Clock): () => readonly FailedSource[] {
  const since = new Map<string, FailedSource>();
  return () => {
    for (const source of sources.all) {
      const { facts } = source;
      if (!isLeftAlone(source, http)) since.delete(facts.name);
      else if (!since.has(facts.name)) since.set(facts.name, { source: facts.title, since: clock.now() });
    }
    return [...since.values()];
  };
}
