import { scanReadiness } from '../../analysis/universe/scan-readiness.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { ReadinessAnswer } from '../../shared/contract/scan.ts';
import type { TradingDate } from '../../shared/time.ts';
import type { UniverseDesk } from './universe-desk.ts';

/** Which symbols are fit to be ranked on the date, by the length of their history and the sessions they lack. */
export function scanReadinessOf({ rank, only, calendarById }: UniverseDesk, input: ParsedInput<'scan.readiness'>): ReadinessAnswer {
  const ranked = rank(input, { metric: input.metric });
  const { frame, date, instruments, header } = ranked;
  const wanted = only(ranked, input);
  const judged = frame.symbols.flatMap((symbol, index) => {
    if (!wanted(index)) return [];
    const [start = 0, end = 0] = [frame.starts[index], frame.ends[index]];
    const last = frame.bars.time[end - 1] as TradingDate;
    const sessionsBehind = calendarById(instruments[index]?.calendar ?? null)?.sessionsBetween(last, date).sessions ?? null;
    return [{ symbol, state: scanReadiness(end - start, sessionsBehind), bars: end - start, sessionsBehind }];
  });
  const counts: Record<string, number> = {};
  for (const { state } of judged) counts[state] = (counts[state] ?? 0) + 1;
  return { ...header, counts, rows: judged.filter(({ state }) => state !== 'ready') };
}
