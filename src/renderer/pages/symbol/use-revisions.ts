import { useEffect, useState } from 'react';
import type { PastValues } from '../../../analysis/series/past-values.ts';
import type { RevisionsReply } from '../../../shared/contract/bars.ts';
import type { UtcMs } from '../../../shared/time.ts';
import { useDesk } from '../../desk-context.ts';
import type { ChartSeries } from './chart-series.ts';

const none: readonly PastValues[] = [];

/** What later corrections replaced in the bars of the chart; read ahead, so that a replay starts with it. */
export function useRevisions(series: ChartSeries | null): readonly PastValues[] {
  const { transport, notices } = useDesk();
  const [held, setHeld] = useState<{ readonly key: string; readonly revisions: readonly PastValues[] }>({ key: '', revisions: none });
  const isRevised = series !== null && series.reply.series.flagged.revised > 0;
  const key = isRevised ? `${series.key}|${series.reply.version}` : '';
  const { symbol, id } = series?.reply.series ?? { symbol: '', id: 0 };
  const { freq, adjust } = series?.reply ?? { freq: '1d' as const, adjust: 'none' as const };
  useEffect(() => {
    if (key === '') return;
    let isCurrent = true;
    transport
      .invoke('bars.revisions', { symbol, series: id, freq, adjust })
      .then((reply) => isCurrent && setHeld({ key, revisions: rowsOf(reply) }))
      .catch(notices.getState().showThrown);
    return () => {
      isCurrent = false;
    };
  }, [transport, notices, key, symbol, id, freq, adjust]);
  return held.key === key ? held.revisions : none;
}

function rowsOf({ columns, knownUntil }: RevisionsReply): readonly PastValues[] {
  const at = (column: Float64Array | Uint8Array, index: number): number => column[index] ?? NaN;
  return Array.from(knownUntil, (until, index) => ({
    time: at(columns.time, index), open: at(columns.open, index), high: at(columns.high, index), low: at(columns.low, index), close: at(columns.close, index),
    volume: at(columns.volume, index), amount: at(columns.amount, index), flags: at(columns.flags, index), knownUntil: until as UtcMs,
  }));
}
