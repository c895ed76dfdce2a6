import { AppError } from '../../shared/app-error.ts';
import { dayIndex, lastDays, rankedCount, type DailyFacts, type RankTable } from './rank-table.ts';

interface IndustryTrend {
  /** Industry names, in the order of the columns of `counts`. */
  readonly industries: readonly string[];
  /** Ascending `TradingDate` values. */
  readonly dates: readonly number[];
  /** Members among the top ranks: row per date, column per industry, the last column for symbols without a known industry. */
  readonly counts: Int32Array;
  /**
   * Share among the top ranks ÷ share of the ranked universe, laid out as `counts`: 1 is as expected, 2 is twice as often.
   * NaN where an industry has no ranked member.
   */
  readonly lift: Float64Array;
  readonly top: number;
}

/** How the top ranks of each date divide into industries, over `period` dates. */
export function industryTrend(table: RankTable, options: { readonly date?: string; readonly period: number; readonly top: number }): IndustryTrend {
  checkTop(options.top);
  const days = lastDays(dayIndex(table, options.date), options.period);
  const columns = table.industries.length + 1;
  const counts = new Int32Array(days.length * columns);
  const lift = new Float64Array(days.length * columns);
  const members = new Int32Array(columns);
  const { order, starts, industryOf } = table;
  const unknown = columns - 1;
  for (let row = 0; row < days.length; row += 1) {
    const day = days[row] as number;
    const base = row * columns;
    const first = starts[day] as number;
    const end = starts[day + 1] as number;
    const topEnd = Math.min(first + options.top, end);
    members.fill(0);
    for (let place = first; place < topEnd; place += 1) {
      const industry = industryOf[order[place] as number] as number;
      const column = industry < 0 ? unknown : industry;
      counts[base + column] = (counts[base + column] as number) + 1;
      members[column] = (members[column] as number) + 1;
    }
    for (let place = topEnd; place < end; place += 1) {
      const industry = industryOf[order[place] as number] as number;
      const column = industry < 0 ? unknown : industry;
      members[column] = (members[column] as number) + 1;
    }
    const scale = (end - first) / (topEnd - first);
    for (let column = 0; column < columns; column += 1) {
      lift[base + column] = ((counts[base + column] as number) / (members[column] as number)) * scale;
    }
  }
  return { industries: table.industries, dates: days.map((day) => table.dates[day] as number), counts, lift, top: options.top };
}

interface IndustryShare {
  /** Null stands for symbols without a known industry. */
  readonly industry: string | null;
  readonly count: number;
  /** Percent of the places filled, `period × top`. */
  readonly percentage: number;
  readonly lift: number | null;
}

/** Industries by how many of the top ranks they held over the period, most first. */
export function industryStatistics(
  table: RankTable,
  options: { readonly date?: string; readonly period: number; readonly top: number },
): IndustryShare[] {
  checkTop(options.top);
  const days = lastDays(dayIndex(table, options.date), options.period);
  const counts = new Int32Array(table.industries.length + 1);
  const members = new Int32Array(table.industries.length + 1);
  let places = 0;
  let ranked = 0;
  for (const day of days) {
    const first = table.starts[day] as number;
    const total = rankedCount(table, day);
    const top = Math.min(options.top, total);
    places += top;
    ranked += total;
    for (let place = 0; place < total; place += 1) {
      const column = industryColumn(table, table.order[first + place] as number);
      members[column] = (members[column] as number) + 1;
      if (place < top) counts[column] = (counts[column] as number) + 1;
    }
  }
  return Array.from(counts, (count, column): IndustryShare => {
    const expected = ((members[column] as number) / ranked) * places;
    const industry = table.industries[column] ?? null;
    return { industry, count, percentage: places > 0 ? (count / places) * 100 : 0, lift: expected > 0 ? count / expected : null };
  })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || ((a.industry ?? '') < (b.industry ?? '') ? -1 : 1));
}

function checkTop(top: number): void {
  if (!Number.isInteger(top) || top < 1) throw new AppError('universe.value', { field: 'top', value: top, allowed: '≥ 1' });
}

function industryColumn(facts: DailyFacts, symbol: number): number {
  const industry = facts.industryOf[symbol] as number;
  return industry < 0 ? facts.industries.length : industry;
}
