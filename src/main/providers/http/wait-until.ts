import type { UtcMs } from '../../../shared/time.ts';
import type { Clock } from '../../ports.ts';

/** Resolves at a time of the clock; rejects with the signal's reason as soon as it is aborted. */
export function waitUntil(time: UtcMs, clock: Clock, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = (): void => {
      cancel();
      reject(signal.reason);
    };
    const cancel = clock.after(Math.max(0, time - clock.now()), () => {
      signal.removeEventListener('abort', stop);
      resolve();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}
