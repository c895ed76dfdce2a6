import { scaledCount } from '../../../analysis/universe/scaled-count.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { IndustryDetailFigures } from '../../../shared/contract/industries.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { failureLine } from '../failure-line.ts';
import { choice, numberFlags, requiredText } from '../flag-values.ts';
import { textTable } from '../text-table.ts';
import { universeFlags, universeOptions, universeUsage } from '../universe-flags.ts';
import { rankTable } from '../rank-table.ts';

const actions = ['trend', 'heat', 'detail', 'compare'] as const;
const heatSorts = ['rankHeat', 'meanRankHeat', 'metricSum', 'metricMean'] as const;

export const industriesCommand: Command = {
  usage: `industries trend|heat|detail INDUSTRY|compare INDUSTRY INDUSTRY… [--period N] [--top N] [--k K] [--sort S] [--back N] ${universeUsage}`,
  options: { ...universeOptions, period: { type: 'string' }, top: { type: 'string' }, k: { type: 'string' }, sort: { type: 'string' }, back: { type: 'string' } },
  access: () => 'read',
  run: (parsed, context) => actionsOf[choice(requiredText(parsed.positionals[0], actions.join('|')), 'industries', actions)](parsed, context),
};

const period = { period: 'period' } as const;

const actionsOf: Readonly<Record<(typeof actions)[number], (parsed: ParsedArguments, context: CommandContext) => Promise<CommandResult>>> = {
  async trend(parsed, { invoke }) {
    const answer = await invoke('industries.trend', { ...universeFlags(parsed), ...numberFlags(parsed.values, { ...period, top: 'top' }) });
    const rows = answer.statistics.map(({ industry, count, percentage, lift }) => {
      const column = answer.industries.indexOf(industry);
      return [industry ?? '?', String(count), formatNumber(percentage, 1), formatNumber(lift, 2), answer.days.map(({ counts }) => counts[column] ?? 0).join(' ')];
    });
    const text = textTable(['industry', 'count', '%', 'lift', `${answer.days[0]?.date ?? ''} … ${answer.asOf}`], rows);
    return { json: answer, text, exitCode: answer.failures.length > 0 ? 1 : 0 };
  },
  async heat(parsed, { invoke }) {
    const sort = typeof parsed.values['sort'] === 'string' ? { sortBy: choice(parsed.values['sort'], '--sort', heatSorts) } : {};
    const answer = await invoke('industries.heat', { ...universeFlags(parsed), ...sort, ...numberFlags(parsed.values, { k: 'k', back: 'back' }) });
    const rows = answer.rows.map((row) => [
      String(row.rank), row.industry, String(row.count), formatNumber(row.rankHeat, 3), formatNumber(row.meanRankHeat, 4), formatNumber(row.metricSum, 0),
      formatNumber(row.metricMean, 2), formatNumber(row.changePercent, 2), row.change === null ? 'new' : String(row.change),
    ]);
    return { json: answer, text: textTable(['rank', 'industry', 'n', 'B1', 'B2', 'C1', 'C2', 'change %', 'moved'], rows), exitCode: answer.failures.length > 0 ? 1 : 0 };
  },
  async detail(parsed, { invoke }) {
    const industry = requiredText(parsed.positionals.slice(1).join(' '), 'INDUSTRY');
    const answer = await invoke('industries.detail', { ...universeFlags(parsed), industry, ...numberFlags(parsed.values, period) });
    return { json: answer, text: `${factsTable([answer.detail], answer.symbols)}\n\n${rankTable(answer.detail.members)}`, exitCode: answer.failures.length > 0 ? 1 : 0 };
  },
  async compare(parsed, { invoke, language }) {
    const failures: { readonly industry: string; readonly error: ErrorReply }[] = [];
    let industries = parsed.positionals.slice(1);
    for (;;) {
      try {
        const answer = await invoke('industries.compare', { ...universeFlags(parsed), industries, ...numberFlags(parsed.values, period) });
        const text = [factsTable(answer.details, answer.symbols), ...failures.map(({ industry, error }) => failureLine(industry, error, language))].join('\n');
        return { json: failures.length === 0 ? answer : { ...answer, unknown: failures }, text, exitCode: failures.length + answer.failures.length > 0 ? 1 : 0 };
      } catch (error) {
        // While two are left, one that does not exist is listed and the others are compared.
        if (!(error instanceof AppError) || error.code !== 'universe.industry' || industries.length <= 2) throw error;
        const industry = String(error.params['value']);
        failures.push({ industry, error: error.toReply() });
        industries = industries.filter((name) => name !== industry);
      }
    }
  },
};

function factsTable(details: readonly IndustryDetailFigures[], symbols: number): string {
  return textTable(
    ['industry', 'n', 'mean rank', 'metric', 'change %', `top ${scaledCount(100, symbols)}`, 'hot', 'jumps', 'steady', 'strength'],
    details.map(({ industry, members, averageRank, means, changePercent, inTop, hot, jumps, steady, meanStrength }) => [
      industry, String(members.length), formatNumber(averageRank, 1), formatNumber(means.metric, 2), formatNumber(changePercent, 2), String(inTop.top100), String(hot),
      String(jumps), String(steady), formatNumber(meanStrength, 3),
    ]),
  );
}
