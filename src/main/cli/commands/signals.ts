import type { SignalHistoryAnswer } from '../../../shared/contract/signals.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Command } from '../command.ts';
import { eachOf, failureLines } from '../each-of.ts';
import { numberFlags } from '../flag-values.ts';
import { textTable } from '../text-table.ts';
import { universeFlags, universeOptions, universeUsage } from '../universe-flags.ts';

export const signalsCommand: Command = {
  usage: `signals [SYMBOL…] [--top N] [--min-strength X] [--period N] ${universeUsage}`,
  options: { ...universeOptions, top: { type: 'string' }, 'min-strength': { type: 'string' }, period: { type: 'string' } },
  access: () => 'read',
  async run(parsed, { invoke, language }) {
    const scope = universeFlags(parsed);
    if (parsed.positionals.length > 0) {
      const period = numberFlags(parsed.values, { period: 'period' });
      const outcomes = await eachOf(parsed.positionals, (of) => invoke('signals.history', { ...scope, of, ...period }));
      const failures = outcomes.failures.map(({ name, error }) => ({ symbol: name, error }));
      const json = parsed.positionals.length === 1 ? outcomes.results[0] : { results: outcomes.results, failures };
      return { json, text: [...outcomes.results.map(historyText), ...failureLines(outcomes, language)].join('\n\n'), exitCode: failures.length > 0 ? 1 : 0 };
    }
    const answer = await invoke('signals.list', { ...scope, limit: 20_000, ...numberFlags(parsed.values, { top: 'limit', 'min-strength': 'minStrength' }) });
    const rows = answer.rows.map(({ symbol, rank, strength, count, rows: kinds }) => [
      symbol, String(rank), formatNumber(strength, 3), String(count),
      kinds.filter(({ contribution }) => contribution > 0).map(({ code }) => code.replace('signal.', '')).join(' '),
    ]);
    const fired = Object.entries(answer.fired).map(([kind, count]) => `${kind} ${count}`).join(' · ');
    return { json: answer, text: `${answer.asOf}  ${fired}\n${textTable(['symbol', 'rank', 'strength', 'count', 'signals'], rows)}`, exitCode: answer.failures.length > 0 ? 1 : 0 };
  },
};

function historyText({ of, days }: SignalHistoryAnswer): string {
  const mark = (fired: boolean): string => (fired ? '×' : '·');
  const rows = days.map(({ date, rank, hot, jump, steady }) => [date, String(rank ?? '–'), mark(hot), mark(jump), mark(steady)]);
  return `${of}\n${textTable(['date', 'rank', 'hot', 'jump', 'steady'], rows)}`;
}
