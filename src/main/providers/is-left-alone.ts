import type { Http } from './http.ts';
import type { Source } from './sources.ts';

/** Whether a source is left alone because one of its origins kept failing. */
export function isLeftAlone({ bases }: Pick<Source, 'bases'>, http: Pick<Http, 'origin'>): boolean {
  return Object.values(bases()).some((address) => URL.canParse(address) && (http.origin(new URL(address).origin)?.breaker ?? 'closed') !== 'closed');
}
