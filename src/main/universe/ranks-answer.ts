import { marketMood } from '../../analysis/universe/market-mood.ts';
import { volatilitySummary } from '../../analysis/universe/volatility-summary.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { RanksAnswer } from '../../shared/contract/rank-figures.ts';
import { dayText } from '../../shared/day-text.ts';
import { rankedSymbols, rankRow } from './ranked-universe.ts';
import type { UniverseDesk } from './universe-desk.ts';

/** The score from which a symbol counts as strong for the mood of the market. */
const strongScore = 85;
const moodDays = 3;

/** The universe by rank, the mood of its market and the record of what it was ranked by. */
export function scanRanks(desk: UniverseDesk, input: ParsedInput<'scan.ranks'>): RanksAnswer {
  // The record looks back furthest: asked for first, it loads the bars for both.
  const record = input.record ? desk.record(input, input.metric) : null;
  const ranked = desk.rank(input, { metric: input.metric });
  const wanted = desk.only(ranked, input);
  const { table, models } = ranked;
  const rows = rankedSymbols(ranked)
    .filter(wanted)
    .map((symbol) => rankRow(ranked, symbol))
    .filter(({ score }) => input.minScore === undefined || (score ?? -1) >= input.minScore)
    .slice(0, input.limit);
  // The mood is read off the score whatever the ranking is by.
  const { date: _date, ...mood } = marketMood({ ...table, metric: input.metric === 'score' ? table.metric : models.score }, { strongFrom: strongScore });
  const { days, direction } = volatilitySummary(table, { period: Math.min(moodDays, table.dates.length) });
  return {
    ...desk.header(ranked, input),
    metric: input.metric,
    rows,
    mood,
    volatility: { days: days.map(({ date, ...day }) => ({ date: dayText(date), ...day })), direction },
    record,
  };
}
