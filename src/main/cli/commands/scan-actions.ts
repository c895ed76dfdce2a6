import { AppError } from '../../../shared/app-error.ts';
import { detectors } from '../../../shared/contract/detector-figures.ts';
import type { RankHistoryAnswer } from '../../../shared/contract/rank-figures.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { eachOf, failureLines } from '../each-of.ts';
import { choice, flagText, flagTexts, numberFlags, requiredText } from '../flag-values.ts';
import { followTask } from '../follow-task.ts';
import { rankTable } from '../rank-table.ts';
import { textTable } from '../text-table.ts';
import { ruleFlag, universeFlags } from '../universe-flags.ts';

/** As many as there are. */
const mostRows = 20_000;

export const scanActionNames = ['rules', 'save', 'remove', 'ranks', 'detect', 'diff', 'history', 'readiness'] as const;

/** What `scan` does by the word after it; without one it runs rules. */
export const scanActions: Readonly<Record<(typeof scanActionNames)[number], (parsed: ParsedArguments, context: CommandContext) => Promise<CommandResult>>> = {
  async rules(_parsed, { invoke }) {
    const rules = await invoke('scan.rules', {});
    const rows = rules.map(({ name, text, ready, lastRun }) => [name, ready ? 'ready' : 'saved', lastRun === null ? '–' : `${lastRun.asOf} (${lastRun.matches})`, text]);
    return { json: { rules }, text: textTable(['name', 'kind', 'last run', 'rule'], rows), exitCode: 0 };
  },
  async save(parsed, { invoke }) {
    const given = ruleFlag(requiredText(parsed.positionals.slice(2).join(' '), 'TEXT'));
    if (!('text' in given)) throw new AppError('app.usage', { problem: `${given.rule}: a rule such as "score >= 70"` });
    const saved = await invoke('scan.save', { name: requiredText(parsed.positionals[1], 'NAME'), text: given.text });
    return { json: saved, text: `${saved.name}: ${saved.text}`, exitCode: 0 };
  },
  async remove(parsed, { invoke }) {
    await invoke('scan.remove', { name: requiredText(parsed.positionals[1], 'NAME') });
    return { json: { removed: parsed.positionals[1] }, text: String(parsed.positionals[1]), exitCode: 0 };
  },
  async ranks(parsed, { invoke }) {
    const answer = await invoke('scan.ranks', { ...universeFlags(parsed), limit: mostRows, ...numberFlags(parsed.values, { top: 'limit', 'min-score': 'minScore' }), record: true });
    return { json: answer, text: rankTable(answer.rows), exitCode: answer.failures.length > 0 ? 1 : 0 };
  },
  async detect(parsed, { invoke }) {
    const detector = choice(requiredText(parsed.positionals[1], 'DETECTOR'), 'DETECTOR', detectors);
    const answer = await invoke('scan.detect', { ...universeFlags(parsed), detector, ...numberFlags(parsed.values, { period: 'period', threshold: 'threshold', sigma: 'sigma' }) });
    return { json: answer, text: rankTable(answer.rows), exitCode: answer.failures.length > 0 ? 1 : 0 };
  },
  async history(parsed, { invoke, language }) {
    const symbols = [requiredText(parsed.positionals[1], 'SYMBOL'), ...parsed.positionals.slice(2)];
    const outcomes = await eachOf(symbols, (of) => invoke('scan.history', { ...universeFlags(parsed), of, ...numberFlags(parsed.values, { period: 'period' }) }));
    const failures = outcomes.failures.map(({ name, error }) => ({ symbol: name, error }));
    const text = [...outcomes.results.map(historyText), ...failureLines(outcomes, language)].join('\n\n');
    return { json: symbols.length === 1 ? outcomes.results[0] : { results: outcomes.results, failures }, text, exitCode: failures.length > 0 ? 1 : 0 };
  },
  async readiness(parsed, { invoke }) {
    const answer = await invoke('scan.readiness', universeFlags(parsed));
    const counts = Object.entries(answer.counts).map(([state, count]) => `${state} ${count}`).join(' · ');
    const missing = answer.fields.map(({ field, symbols }) => `${field} missing for ${symbols}`).join(' · ');
    const rows = answer.rows.map(({ symbol, state, bars, sessionsBehind }) => [symbol, state, String(bars), String(sessionsBehind ?? '–')]);
    return { json: answer, text: `${counts}\n${missing}\n${textTable(['symbol', 'state', 'bars', 'behind'], rows)}`, exitCode: 0 };
  },
  async diff(parsed, context) {
    const { invoke } = context;
    const to = flagText(parsed.values['to']);
    const { task } = await invoke('scan.diff', {
      ...universeFlags(parsed),
      ...ruleFlag(requiredText(flagTexts(parsed.values['rule'])[0], '--rule')),
      from: requiredText(flagText(parsed.values['from']), '--from'),
      ...(to === undefined ? {} : { to }),
    });
    await followTask(task, 'scan', context);
    const diff = await invoke('scan.diffAnswer', { task });
    const lines = [`${diff.from} → ${diff.to}`, ...diff.entered.map(({ symbol }) => `+ ${symbol}`), ...diff.left.map(({ symbol }) => `- ${symbol}`)];
    return { json: diff, text: lines.join('\n'), exitCode: 0 };
  },
};

function historyText({ of, days }: RankHistoryAnswer): string {
  const rows = days.map(({ date, rank, metric, close, change }) => [date, String(rank ?? '–'), formatNumber(metric, 2), formatNumber(close, 2), formatNumber(change, 2)]);
  return `${of}\n${textTable(['date', 'rank', 'metric', 'close', 'change %'], rows)}`;
}
