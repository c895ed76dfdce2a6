import type { ServerResponse } from 'node:http';
import type { AppEvent } from '../../shared/contract/event.ts';
import { encodeWire } from '../../shared/wire-codec.ts';
import type { EventHub } from '../api/event-hub.ts';
import { pushEvents } from '../api/event-pushes.ts';
import { securityHeaders } from '../http-surface/security-headers.ts';
import type { Clock, Log } from '../ports.ts';
import { HttpRefusal } from './http-refusal.ts';

interface Push {
  readonly number: number;
  /** Null when the push could not be written as text: whoever misses it asks again. */
  readonly json: string | null;
}

interface EventStreamOptions {
  readonly hub: EventHub;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells this run's numbers from those of an earlier one. */
  readonly run: string;
  readonly maxClients: number;
}

const keptPushes = 1_000;
const heartbeatMs = 15_000;
const maxUnsentBytes = 4 * 1024 * 1024;

/**
 * Numbered pushes of events to pages: as an event stream (one message `data: AppEvent[]` a push), or asked for one answer at a
 * time. A page that names the last id it saw gets what followed; when that is no longer kept it gets `reset` and asks again.
 */
export class EventStream {
  readonly #options: EventStreamOptions;
  readonly #clients = new Map<ServerResponse, () => void>();
  readonly #stopPushing: () => void;
  readonly #kept: Push[] = [];
  #number = 0;

  constructor(options: EventStreamOptions) {
    this.#options = options;
    this.#stopPushing = pushEvents(options.hub, options.clock, (events) => this.#push(events));
  }

  get clients(): number {
    return this.#clients.size;
  }

  get pushes(): number {
    return this.#number;
  }

  /** Streams to this response until the page goes away. */
  stream(response: ServerResponse, lastId: string | null): void {
    if (this.#clients.size >= this.#options.maxClients) throw new HttpRefusal(503, 'too many pages are open');
    response.writeHead(200, { ...securityHeaders, 'content-type': 'text/event-stream' });
    const missed = this.#since(lastId);
    // The id never runs ahead of what was sent: a page cut off here must be able to resume.
    const id = missed === null || lastId === null ? this.#id(this.#number) : lastId;
    response.write(`id: ${id}\nevent: ${missed === null ? 'reset' : 'open'}\ndata:\n\n`);
    for (const push of missed ?? []) this.#write(response, push);
    this.#clients.set(response, this.#beat(response));
    response.once('close', () => {
      this.#clients.get(response)?.();
      this.#clients.delete(response);
    });
  }

  /** What followed an id, for a page whose stream does not hold. */
  poll(lastId: string | null): { readonly id: string; readonly reset: boolean; readonly events: readonly AppEvent[] } {
    const missed = this.#since(lastId);
    const texts = missed?.map((push) => push.json) ?? [null];
    const reset = texts.includes(null);
    const events = reset ? [] : texts.flatMap((json) => JSON.parse(json ?? '[]') as AppEvent[]);
    return { id: this.#id(this.#number), reset, events };
  }

  close(): void {
    this.#stopPushing();
    for (const [client, stopBeating] of this.#clients) {
      stopBeating();
      client.end();
    }
    this.#clients.clear();
  }

  #push(events: readonly AppEvent[]): void {
    this.#number += 1;
    const push = { number: this.#number, json: this.#encode(events) };
    this.#kept.push(push);
    if (this.#kept.length > keptPushes) this.#kept.shift();
    for (const client of this.#clients.keys()) this.#write(client, push);
  }

  #encode(events: readonly AppEvent[]): string | null {
    try {
      const { type, bytes } = encodeWire(events);
      // A task's result may hold columns; the page then reads it through `tasks.events`, which can carry them.
      return type === 'application/json' ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : null;
    } catch (error) {
      this.#options.log.error('event-unfit', { error: String(error) });
      return null;
    }
  }

  #write(client: ServerResponse, { number, json }: Push): void {
    // A page that has stopped reading comes back with its last id; what it did not read is not kept in memory for it.
    if (client.writableLength > maxUnsentBytes) client.destroy();
    else client.write(`id: ${this.#id(number)}\n${json === null ? 'event: reset\n' : ''}data: ${json ?? ''}\n\n`);
  }

  /** The pushes after an id; null when they are not all kept. No id means from now on. */
  #since(lastId: string | null): readonly Push[] | null {
    if (lastId === null) return [];
    const [run, text] = lastId.split('-');
    const number = Number(text);
    if (run !== this.#options.run || !Number.isInteger(number) || number > this.#number || number < this.#number - this.#kept.length) return null;
    return this.#kept.filter((push) => push.number > number);
  }

  #id(number: number): string {
    return `${this.#options.run}-${number}`;
  }

  #beat(response: ServerResponse): () => void {
    let cancel = this.#options.clock.after(heartbeatMs, beat);
    const { clock } = this.#options;
    return () => cancel();

    function beat(): void {
      response.write(': beat\n\n');
      cancel = clock.after(heartbeatMs, beat);
    }
  }
}
