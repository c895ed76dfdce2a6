import type { AppEvent } from '../../shared/contract/event.ts';
import { parseEventStream, type StreamMessage } from './parse-event-stream.ts';
import type { Connection } from './transport.ts';

export interface EventConnectionOptions {
  /** Asks for `/events` with the token; `accept` chooses stream or poll. */
  readonly request: (accept: 'text/event-stream' | 'application/json', lastId: string | null, signal: AbortSignal) => Promise<Response>;
  /** Runs an action once after a delay; returns its cancel. */
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly onEvents: (events: readonly AppEvent[]) => void;
  /** Events were missed for good: whoever listens must ask again. */
  readonly onReset: () => void;
  readonly onConnection: (connection: Connection) => void;
}

/** The host beats every 15 s; a line silent for three beats is dead even where nobody noticed. */
const silenceMs = 45_000;
const firstDelayMs = 2_000;
const maxDelayMs = 30_000;

/** Follows the host's events: by stream where it holds, else by asking every 2 s growing to 30 s, each time trying the stream first. */
export class EventConnection {
  /** Resolves once the first attempt has succeeded or failed. */
  readonly settled: Promise<void>;
  readonly #options: EventConnectionOptions;
  readonly #controller = new AbortController();
  #settle: () => void = () => undefined;
  #lastId: string | null = null;

  constructor(options: EventConnectionOptions) {
    this.#options = options;
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
    void this.#run();
  }

  close(): void {
    this.#controller.abort();
    this.#settle();
  }

  async #run(): Promise<void> {
    const { signal } = this.#controller;
    let delayMs = firstDelayMs;
    while (!signal.aborted) {
      if (await this.#stream()) delayMs = firstDelayMs;
      if (signal.aborted) return;
      this.#options.onConnection((await this.#poll()) ? 'polling' : 'lost');
      this.#settle();
      await this.#wait(delayMs);
      delayMs = Math.min(delayMs * 2, maxDelayMs);
    }
  }

  /** Reads the stream until it ends; whether it ever opened. */
  async #stream(): Promise<boolean> {
    const attempt = new AbortController();
    const signal = AbortSignal.any([attempt.signal, this.#controller.signal]);
    let stillAlive = this.#options.after(silenceMs, () => attempt.abort());
    const heard = (): void => {
      stillAlive();
      stillAlive = this.#options.after(silenceMs, () => attempt.abort());
    };
    let opened = false;
    try {
      const response = await this.#options.request('text/event-stream', this.#lastId, signal);
      if (!response.ok || response.body === null) return false;
      for await (const message of parseEventStream(textPieces(response.body, heard))) {
        if (!opened) {
          opened = true;
          this.#options.onConnection('live');
          this.#settle();
        }
        this.#take(message);
      }
    } catch {
      // A stream that breaks is what the poll below is for; the page sees the state change.
    } finally {
      stillAlive();
      attempt.abort();
    }
    return opened;
  }

  #take({ id, event, data }: StreamMessage): void {
    if (event === 'reset') this.#options.onReset();
    else if (event === 'message') this.#options.onEvents(JSON.parse(data) as AppEvent[]);
    if (id !== null) this.#lastId = id;
  }

  async #poll(): Promise<boolean> {
    try {
      const response = await this.#options.request('application/json', this.#lastId, this.#controller.signal);
      if (!response.ok) return false;
      const { id, reset, events } = (await response.json()) as { id: string; reset: boolean; events: AppEvent[] };
      if (reset) this.#options.onReset();
      else if (events.length > 0) this.#options.onEvents(events);
      this.#lastId = id;
      return true;
    } catch {
      return false;
    }
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const { signal } = this.#controller;
      const end = (): void => {
        cancel();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const cancel = this.#options.after(delayMs, end);
      signal.addEventListener('abort', end);
    });
  }
}

async function* textPieces(body: ReadableStream<Uint8Array<ArrayBuffer>>, heard: () => void): AsyncGenerator<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    yield value;
  }
}
