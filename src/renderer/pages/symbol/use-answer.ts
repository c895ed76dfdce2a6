import { useEffect, useRef, useState } from 'react';
import { errorReplyOf } from '../../stores/error-reply.ts';
import type { Loadable } from '../../stores/loadable.ts';

/** An answer of the core, asked again when `question` changes; null asks nothing. The last good answer stays while it is asked again. */
export function useAnswer<T>(question: string | null, ask: () => Promise<T>): Loadable<T> {
  const [state, setState] = useState<Loadable<T>>({ state: 'loading', value: null });
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (question === null) return;
    let isCurrent = true;
    // `question` names everything that `ask` depends on.
    latest.current().then(
      (value) => isCurrent && setState({ state: 'ready', value }),
      (thrown: unknown) => isCurrent && setState((before) => ({ state: 'failed', value: before.value, error: errorReplyOf(thrown) })),
    );
    return () => {
      isCurrent = false;
    };
  }, [question]);
  return state;
}
