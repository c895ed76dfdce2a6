import type { AppEvent } from '../../shared/contract/event.ts';
import type { Log } from '../ports.ts';

/** Hands events to every listener; a listener that throws does not keep the others from hearing. */
export class EventHub {
  readonly #listeners = new Set<(event: AppEvent) => void>();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  emit(event: AppEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        this.#log.error('event-listener', { type: event.type, error: String(error) });
      }
    }
  }

  subscribe(listener: (event: AppEvent) => void): () => void {
    // A wrapper of its own, so that one function subscribed twice is heard and undone twice.
    const own = (event: AppEvent): void => listener(event);
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  get size(): number {
    return this.#listeners.size;
  }
}
