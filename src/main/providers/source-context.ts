import type { Clock } from '../ports.ts';
import type { Http, HttpAnswer } from './http.ts';
import type { Pace } from './http/lane.ts';

/** What an adapter works with: the door, where its source lies, and how gently it is asked. */
export interface SourceContext {
  readonly http: Http;
  readonly clock: Clock;
  /** Base address by role; without a slash at the end. */
  readonly base: (role: string) => string;
  readonly pace: () => Pace;
  /** The source's key; null where none is set. */
  readonly key: () => Promise<string | null>;
}

interface Ask<Value> {
  readonly base: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly secretQuery?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly types?: readonly string[];
  readonly read: (answer: HttpAnswer) => Value;
  readonly signal: AbortSignal;
}

/** Types under which sources send JSON. */
export const jsonTypes = ['application/json', 'text/plain', 'text/javascript', 'application/javascript', 'application/x-javascript', 'text/json'];

/** Asks a source one thing and answers what was read. */
export async function ask<Value>({ http, pace }: SourceContext, { base, path, query = {}, types = jsonTypes, ...rest }: Ask<Value>): Promise<Value> {
  const url = new URL(`${base}${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const reply = await http.get({ url, types, pace: pace(), ...rest });
  if (reply.state === 'unchanged') throw new Error('an unconditional request cannot be unchanged');
  return reply.value;
}
