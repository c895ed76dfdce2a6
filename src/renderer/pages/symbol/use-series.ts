import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useDesk } from '../../desk-context.ts';
import { createSeriesStore, type SeriesRequest, type SeriesState } from './series-store.ts';

/** The series of the chart while the page stands; asks again when symbol, frequency or adjustment change. */
export function useSeries({ symbol, freq, adjust, series }: SeriesRequest): SeriesState {
  const { transport } = useDesk();
  const [store] = useState(() => createSeriesStore(transport));
  useEffect(() => store.getState().watch(), [store]);
  useEffect(() => void store.getState().open({ symbol, freq, adjust, ...(series === undefined ? {} : { series }) }), [store, symbol, freq, adjust, series]);
  return useStore(store);
}
