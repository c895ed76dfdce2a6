import type { Http } from '../providers/http.ts';
import type { HandlersOf } from './handlers.ts';

export function networkHandlers(http: Http): HandlersOf<'network'> {
  return { 'network.ledger': ({ limit }) => http.ledger(limit) };
}
