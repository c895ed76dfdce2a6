import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Command } from '../command.ts';
import { flagText, numberFlags, requiredText } from '../flag-values.ts';
import { followTask } from '../follow-task.ts';
import { textTable } from '../text-table.ts';
import { ruleFlag, universeFlags, universeOptions, universeUsage } from '../universe-flags.ts';

const numbers = {
  capital: 'capital',
  position: 'positionPercent',
  'max-positions': 'maxPositions',
  commission: 'commissionRate',
  'min-commission': 'commissionMinimum',
  slippage: 'slippageTicks',
} as const;

export const backtestCommand: Command = {
  usage: `backtest --rule NAME|FILE|TEXT [--exit TEXT] [--from D] [--to D] [--capital N] [--position %] [--max-positions N] [--commission RATE] [--min-commission N] [--slippage TICKS] ${universeUsage}`,
  options: {
    ...universeOptions,
    rule: { type: 'string' },
    exit: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    capital: { type: 'string' },
    position: { type: 'string' },
    'max-positions': { type: 'string' },
    commission: { type: 'string' },
    'min-commission': { type: 'string' },
    slippage: { type: 'string' },
  },
  access: () => 'read',
  async run(parsed, context) {
    const { invoke } = context;
    const { values } = parsed;
    const dated = Object.fromEntries(['from', 'to', 'exit'].flatMap((name) => (typeof values[name] === 'string' ? [[name, values[name]]] : []))) as { from?: string; to?: string; exit?: string };
    const rule = ruleFlag(requiredText(flagText(values['rule']), '--rule'));
    const { task } = await invoke('scan.backtest', { ...universeFlags(parsed), ...rule, ...dated, ...numberFlags(values, numbers) });
    await followTask(task, 'backtest', context);
    const answer = await invoke('scan.backtestAnswer', { task });
    const facts = Object.entries(answer.statistics).map(([name, value]) => `${name}: ${formatNumber(value, 4)}`);
    const trades = answer.trades.map((trade) => [
      trade.symbol, trade.entryDate, formatNumber(trade.entryPrice, 2), formatNumber(trade.quantity, 0), trade.exitDate ?? '–', formatNumber(trade.exitPrice, 2),
      formatNumber(trade.profit, 2), formatNumber(trade.returnPercent, 2),
    ]);
    const text = [
      `${answer.from} … ${answer.to}`, answer.entry, answer.exit, ...facts, `unfilled: ${answer.unfilled.length}`, '',
      textTable(['symbol', 'in', 'price', 'quantity', 'out', 'price', 'profit', '%'], trades),
    ].join('\n');
    return { json: answer, text, exitCode: answer.failures.length > 0 ? 1 : 0 };
  },
};
