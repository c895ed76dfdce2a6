import { usualDays } from '../../analysis/universe/analyze-universe.ts';
import { symbolHistory } from '../../analysis/universe/symbol-history.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { RankHistoryAnswer } from '../../shared/contract/rank-figures.ts';
import { dayText } from '../../shared/day-text.ts';
import { resolveInstrument } from '../api/resolve-symbol.ts';
import type { UniverseDesk } from './universe-desk.ts';

/** One symbol's rank and figures through the last dates; fewer where the history is shorter. */
export function scanHistory({ rank }: UniverseDesk, input: ParsedInput<'scan.history'>): RankHistoryAnswer {
  const { table, instruments, header } = rank(input, { metric: input.metric, days: Math.max(usualDays, input.period) });
  const { symbol } = resolveInstrument(input.of, instruments);
  const days = symbolHistory(table, symbol).slice(-input.period);
  return { ...header, of: symbol, days: days.map((day) => ({ ...day, date: dayText(day.date) })) };
}
