import { useEffect, useMemo, useState } from 'react';
import { findIndicator } from '../../../analysis/indicators/registry.ts';
import type { ErrorReply } from '../../../shared/app-error.ts';
import { givenColumnNames, type GivenColumnsReply } from '../../../shared/contract/analyze.ts';
import { useDesk } from '../../desk-context.ts';
import type { ChartInput } from './chart-input-columns.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSettings } from './chart-settings.ts';

export interface GivenColumns {
  readonly input: ChartInput;
  /** Why a column cannot be given, by its name. */
  readonly missing: ReadonlyMap<string, ErrorReply>;
}

/** The columns of the chart with those that its indicators need beside bars, read when one is added; until they are there they are missing without a reason. */
export function useGivenColumns(series: ChartSeries, settings: Pick<ChartSettings, 'indicators' | 'benchmark' | 'profile'>): GivenColumns {
  const { transport, notices } = useDesk();
  const [reply, setReply] = useState<{ readonly asked: string; readonly answer: GivenColumnsReply } | null>(null);
  const { symbol, id } = series.reply.series;
  const { freq, adjust, version } = series.reply;
  const needed = new Set<string>(settings.indicators.flatMap((chosen) => findIndicator(chosen.id).inputs));
  if (settings.profile === 'chips') needed.add('floatShares');
  const names = givenColumnNames.filter((name) => needed.has(name)).join();
  const asked = [symbol, id, freq, adjust, version, names, settings.benchmark].join('|');
  useEffect(() => {
    if (names === '') return;
    let isCurrent = true;
    const wanted = givenColumnNames.filter((name) => names.split(',').includes(name));
    const benchmark = settings.benchmark === '' ? {} : { benchmark: settings.benchmark };
    transport
      .invoke('analyze.columns', { symbol, freq, adjust, series: id, names: wanted, ...benchmark })
      .then((answer) => isCurrent && setReply({ asked, answer }))
      .catch(notices.getState().showThrown);
    return () => {
      isCurrent = false;
    };
  }, [transport, notices, asked, names, symbol, id, freq, adjust, settings.benchmark]);
  const { bars } = series;
  return useMemo(() => {
    const answer = reply?.asked === asked ? reply.answer : null;
    // In a replay the bars end earlier than the columns: what lies beyond is cut off.
    const columns = Object.entries(answer?.columns ?? {}).map(([name, column]) => [name, column.subarray(0, bars.time.length)]);
    return { input: { ...bars, ...Object.fromEntries(columns) } as ChartInput, missing: new Map(answer?.missing.map(({ name, error }) => [name, error])) };
  }, [bars, reply, asked]);
}
