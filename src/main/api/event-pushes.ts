import type { AppEvent } from '../../shared/contract/event.ts';
import type { Clock } from '../ports.ts';
import type { EventHub } from './event-hub.ts';

/** One push a frame of the screen is the most a page can use. */
const frameMs = 16;

/** Gathers the hub's events and pushes them at most once a frame, in order; returns its own undo. */
export function pushEvents(hub: EventHub, clock: Clock, push: (events: readonly AppEvent[]) => void): () => void {
  let waiting: AppEvent[] = [];
  let cancel: (() => void) | null = null;
  const unsubscribe = hub.subscribe((event) => {
    waiting.push(event);
    cancel ??= clock.after(frameMs, () => {
      const events = coalesceEvents(waiting);
      waiting = [];
      cancel = null;
      push(events);
    });
  });
  return () => {
    unsubscribe();
    cancel?.();
  };
}

/** Merges the events that only say "ask again"; task events are numbered and stay as they are. */
export function coalesceEvents(events: readonly AppEvent[]): readonly AppEvent[] {
  const merged: AppEvent[] = [];
  for (const event of events) {
    const index = event.type === 'task' ? -1 : merged.findIndex((other) => other.type === event.type);
    const earlier = merged[index];
    if (earlier === undefined) merged.push(event);
    else merged[index] = merge(earlier, event);
  }
  return merged;
}

function merge(earlier: AppEvent, later: AppEvent): AppEvent {
  if (earlier.type === 'data' && later.type === 'data') {
    const many = earlier.symbols === null || later.symbols === null;
    return { ...later, symbols: many ? null : [...new Set([...(earlier.symbols ?? []), ...(later.symbols ?? [])])] };
  }
  if (earlier.type === 'settings' && later.type === 'settings') return { ...later, keys: [...new Set([...earlier.keys, ...later.keys])] };
  if (earlier.type === 'alerts' && later.type === 'alerts') return { ...later, fired: [...earlier.fired, ...later.fired] };
  return later;
}
