import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useDesk } from '../../desk-context.ts';
import { createSeriesStore, type SeriesRequest, type SeriesState } from './series-store.ts';

/** The series of a symbol's chart while the page stands; asks again when frequency or adjustment change. */
export function useSeries(symbol: string, { freq, adjust }: SeriesRequest): SeriesState {
  const { transport } = useDesk();
  const [store] = useState(() => createSeriesStore(transport, symbol));
  useEffect(() => store.getState().watch(), [store]);
  useEffect(() => void store.getState().open({ freq, adjust }), [store, freq, adjust]);
  return useStore(store);
}
