import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { BarsReply } from '../../shared/contract/bars.ts';
import { useDesk } from '../desk-context.ts';
import { ageOfRows } from './age-of-rows.ts';
import { ageOfSeries } from './age-of-series.ts';
import type { FigureAge } from './figure-age.ts';

/** The age of a series. The list of symbols is read again after every refresh, also one that failed and brought no bars, so it is asked first. */
export function useSeriesAge(reply: Pick<BarsReply, 'freshness' | 'series'>, replayDate: string | null = null): FigureAge | null {
  const row = useStore(useDesk().symbols, ({ rows }) => rows.value?.find(({ symbol }) => symbol === reply.series.symbol));
  return useMemo(() => {
    const age = ageOfSeries(reply, replayDate);
    const isSame = replayDate === null && row?.freshness?.asOf === age?.asOf && row?.source === reply.series.source;
    return isSame && row !== undefined ? ageOfRows([row]) : age;
  }, [reply, replayDate, row]);
}
