import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Command } from '../command.ts';
import { numberFlags } from '../flag-values.ts';
import { textTable } from '../text-table.ts';
import { universeFlags, universeOptions, universeUsage } from '../universe-flags.ts';

export const signalsCommand: Command = {
  usage: `signals [SYMBOL] [--top N] [--min-strength X] [--period N] ${universeUsage}`,
  options: { ...universeOptions, top: { type: 'string' }, 'min-strength': { type: 'string' }, period: { type: 'string' } },
  access: () => 'read',
  async run(parsed, { invoke }) {
    const [of] = parsed.positionals;
    const scope = universeFlags(parsed);
    if (of !== undefined) {
      const history = await invoke('signals.history', { ...scope, of, ...numberFlags(parsed.values, { period: 'period' }) });
      const mark = (fired: boolean): string => (fired ? '×' : '·');
      const rows = history.days.map(({ date, rank, hot, jump, steady }) => [date, String(rank ?? '–'), mark(hot), mark(jump), mark(steady)]);
      return { json: history, text: textTable(['date', 'rank', 'hot', 'jump', 'steady'], rows), exitCode: 0 };
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
