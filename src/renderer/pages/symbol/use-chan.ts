import { useEffect, useState } from 'react';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import { ChanViews, type ChanView } from './chan-view.ts';

/** Work at a time: a frame stays within reach between two portions. */
const portionMs = 10;

/** The Chan structure of the bars, followed in portions between frames; null where nobody asks for it. */
export function useChan(bars: BarColumns, basis: Basis, options: string, isWanted: boolean): ChanView | null {
  const [views] = useState(() => new ChanViews());
  const [held, setHeld] = useState<{ readonly bars: BarColumns; readonly key: string; readonly view: ChanView } | null>(null);
  const key = `${basis} ${options}`;
  let current = held !== null && held.bars === bars && held.key === key ? held.view : null;
  if (isWanted && current === null) {
    // The first portion is done at once: a step of a replay never shows the structure of the bar before.
    current = views.view({ bars, basis, options }, overAfter(portionMs));
    setHeld({ bars, key, view: current });
  }
  const isFollowing = isWanted && current?.kind === 'ready' && current.isFollowing;
  useEffect(() => {
    if (!isFollowing) return;
    const follow = (): void => {
      const view = views.view({ bars, basis, options }, overAfter(portionMs));
      if (view.kind === 'ready' && view.isFollowing) timer = setTimeout(follow);
      else setHeld({ bars, key, view });
    };
    let timer = setTimeout(follow);
    return () => clearTimeout(timer);
  }, [views, isFollowing, bars, basis, options, key]);
  return isWanted ? current : null;
}

function overAfter(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
}
