import { usualDays } from '../../analysis/universe/analyze-universe.ts';
import { compareIndustries, industryDetail, type IndustryDetail } from '../../analysis/universe/industry-detail.ts';
import { industryHeat } from '../../analysis/universe/industry-heat.ts';
import { industryRankChanges } from '../../analysis/universe/industry-rank-changes.ts';
import { industrySeries } from '../../analysis/universe/industry-series.ts';
import { industryStatistics, industryTrend as trendOf } from '../../analysis/universe/industry-trend.ts';
import { indexAnalysis } from '../../analysis/models/index-analysis.ts';
import { industryScore } from '../../analysis/models/industry-score.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { IndustryCompareAnswer, IndustryDetailAnswer, IndustryDetailFigures, IndustryHeatAnswer, IndustrySeriesAnswer, IndustryTrendAnswer } from '../../shared/contract/industries.ts';
import { dayText } from '../../shared/day-text.ts';
import { finiteOrNull } from '../../shared/finite-or-null.ts';
import { industryFlows } from './industry-flow.ts';
import { rankRow, type RankedUniverse } from './ranked-universe.ts';
import type { UniverseDesk } from './universe-desk.ts';

/** The score of an industry counts its flow in hundred millions. */
const flowUnit = 1e8;

/** How the top ranks divided into industries over the last dates. */
export function industriesTrend({ rank }: UniverseDesk, input: ParsedInput<'industries.trend'>): IndustryTrendAnswer {
  const { table, header } = rank(input, { metric: input.metric, days: Math.max(usualDays, input.period) });
  const { industries, dates, counts, lift } = trendOf(table, input);
  const columns = industries.length + 1;
  return {
    ...header,
    period: input.period,
    top: input.top,
    industries: [...industries, null],
    days: dates.map((date, row) => ({
      date: dayText(date),
      counts: [...counts.subarray(row * columns, (row + 1) * columns)],
      lift: Array.from(lift.subarray(row * columns, (row + 1) * columns), finiteOrNull),
    })),
    statistics: industryStatistics(table, input),
  };
}

/** The weighted heat of every industry, and how their places moved. */
export function industriesHeat({ rank, read }: UniverseDesk, input: ParsedInput<'industries.heat'>): IndustryHeatAnswer {
  const ranked = rank(input, { metric: input.metric, days: Math.max(usualDays, input.back + 1) });
  const options = { exponent: input.k, sortBy: input.sortBy };
  const { rows: moves, up, down, same, entered } = industryRankChanges(ranked.table, { ...options, back: input.back });
  const heat = industryHeat(ranked.table, options);
  const flows = industryFlows(ranked, read.flowsOn);
  const rows = heat.map((row, index) => {
    const members = memberChanges(ranked, row.industry);
    const flow = flows[ranked.table.industries.indexOf(row.industry)] ?? { net: null, known: 0 };
    const { score, state, coverage } = industryScore({ changePercent: members.changePercent, netFlow: flow.net === null ? null : flow.net / flowUnit, levels: members.levels });
    const { previousRank = null, change = null } = moves[index] ?? {};
    return { ...row, rank: index + 1, previousRank, change, changePercent: members.changePercent, amount: members.amount, netFlow: flow.net, flowMembers: flow.known, score, state, coverage };
  });
  return { ...ranked.header, k: input.k, sortBy: input.sortBy, back: input.back, rows, up, down, same, entered };
}

/** Equal-weight change, traded value, and an index of the members over the table's dates. */
function memberChanges({ table }: RankedUniverse, industry: string): { readonly changePercent: number | null; readonly amount: number; readonly levels: readonly number[] } {
  const wanted = table.industries.indexOf(industry);
  const width = table.symbols.length;
  const today = table.dates.length - 1;
  const meanOn = (day: number): number | null => {
    let [sum, count] = [0, 0];
    for (let symbol = 0; symbol < width; symbol += 1) {
      const change = table.change[day * width + symbol] as number;
      if (table.industryOf[symbol] !== wanted || Number.isNaN(change)) continue;
      sum += change;
      count += 1;
    }
    return count > 0 ? sum / count : null;
  };
  let [amount, level] = [0, 100];
  for (let symbol = 0; symbol < width; symbol += 1) if (table.industryOf[symbol] === wanted) amount += table.amount[today * width + symbol] || 0;
  const levels = Array.from(table.dates, (_, day) => (level *= 1 + (meanOn(day) ?? 0) / 100));
  return { changePercent: meanOn(today), amount, levels };
}

/** The hottest industries of the date, followed back. */
export function industriesSeries({ rank }: UniverseDesk, input: ParsedInput<'industries.series'>): IndustrySeriesAnswer {
  const { table, header } = rank(input, { metric: input.metric, days: Math.max(usualDays, input.period) });
  const series = industrySeries(table, { days: input.period, limit: input.limit, exponent: input.k, sortBy: input.sortBy });
  return { ...header, series: series.map(({ industry, days }) => ({ industry, days: days.map((day) => ({ ...day, date: dayText(day.date) })) })) };
}

/** One industry with its members. */
export function industriesDetail({ rank }: UniverseDesk, input: ParsedInput<'industries.detail'>): IndustryDetailAnswer {
  const ranked = rank(input, { metric: input.metric, days: Math.max(usualDays, input.period) });
  const detail = industryDetail(ranked.table, { industry: input.industry, trendDays: input.period, sortBy: input.sortBy, signals: ranked.signals });
  return { ...ranked.header, detail: detailFigures(ranked, detail) };
}

/** Two to five industries side by side. */
export function industriesCompare({ rank }: UniverseDesk, input: ParsedInput<'industries.compare'>): IndustryCompareAnswer {
  const ranked = rank(input, { metric: input.metric, days: Math.max(usualDays, input.period) });
  const details = compareIndustries(ranked.table, { industries: input.industries, trendDays: input.period, signals: ranked.signals });
  return { ...ranked.header, details: details.map((detail) => detailFigures(ranked, detail)) };
}

function detailFigures(ranked: RankedUniverse, { members, trend, ...detail }: IndustryDetail): IndustryDetailFigures {
  const { table } = ranked;
  const rows = members.map(({ symbol }) => rankRow(ranked, table.symbols.indexOf(symbol)));
  const { up, down, flat, changePercent } = indexAnalysis(
    rows.map(({ symbol, score, change }) => ({ symbol, weight: null, score, changePercent: change })),
    rows.length,
  );
  return { ...detail, members: rows, up, down, flat, changePercent, trend: trend.map(({ date, ...day }) => ({ date: dayText(date), ...day })) };
}
