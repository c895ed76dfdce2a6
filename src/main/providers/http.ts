import type { NetworkEntry } from '../../shared/contract/network.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Pace } from './http/lane.ts';

/** What is asked for. Only GET exists. */
export interface HttpRequest<Value> {
  readonly url: URL;
  /** Media types the answer may have, without parameters; empty for any. A page of HTML is never an answer, whatever it says it is. */
  readonly types: readonly string[];
  /** Reads the answer; what it throws counts as a failure of the origin (`network.limited` makes it rest), except `source.*` errors. */
  readonly read: (answer: HttpAnswer) => Value;
  /** Sent to the URL's own origin only. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Query parameters that are never shown or logged, like keys. */
  readonly secretQuery?: Readonly<Record<string, string>>;
  /** Of the answer that is kept from before: the origin may say that nothing changed. */
  readonly validators?: Validators;
  readonly pace?: Pace;
  /** Whether redirects may leave for another public host. */
  readonly roams?: boolean;
  readonly limitBytes?: number;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  readonly url: URL;
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
}

export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type HttpReply<Value> = { readonly state: 'fresh'; readonly value: Value; readonly validators: Validators } | { readonly state: 'unchanged' };

/** How an origin fares. */
interface OriginState {
  readonly origin: string;
  readonly breaker: 'closed' | 'open' | 'trial';
  readonly until: UtcMs | null;
  readonly waiting: number;
  readonly lastSuccess: UtcMs | null;
  readonly lastFailure: { readonly at: UtcMs; readonly code: string } | null;
}

/** The one door to the network. */
export interface Http {
  /**
   * Gets one thing: in its origin's turn and pace, tried up to three times where trying again can help. Throws a `network.*` error,
   * what `read` threw, or the signal's reason.
   */
  get<Value>(request: HttpRequest<Value>): Promise<HttpReply<Value>>;
  ledger(limit: number): readonly NetworkEntry[];
  /** By origin; null for one that was never asked. */
  origin(origin: string): OriginState | null;
  close(): Promise<void>;
}
