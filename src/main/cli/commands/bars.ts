import { AppError } from '../../../shared/app-error.ts';
import { barFlagNames } from '../../../shared/bar-flag.ts';
import { barTimeText } from '../../../shared/bar-time-text.ts';
import { adjustments } from '../../../shared/contract/bars.ts';
import type { MethodInput } from '../../../shared/contract/contract.ts';
import { frequencies, isIntraday } from '../../../shared/frequency.ts';
import type { Command } from '../command.ts';
import { choice, requiredText } from '../flag-values.ts';
import { textTable } from '../text-table.ts';

export const barsCommand: Command = {
  usage: 'bars SYMBOL [--from D] [--to D] [--freq F] [--adjust none|forward|backward] [--as-of D]',
  options: { from: { type: 'string' }, to: { type: 'string' }, freq: { type: 'string' }, adjust: { type: 'string' }, 'as-of': { type: 'string' } },
  access: () => 'read',
  async run({ values, positionals }, { invoke }) {
    if (positionals.length > 1) throw new AppError('app.usage', { problem: 'bars takes one SYMBOL' });
    const input: MethodInput<'bars.read'> = { symbol: requiredText(positionals[0], 'SYMBOL') };
    if (typeof values['from'] === 'string') input.from = values['from'];
    if (typeof values['to'] === 'string') input.to = values['to'];
    if (typeof values['freq'] === 'string') input.freq = choice(values['freq'], '--freq', frequencies);
    if (typeof values['adjust'] === 'string') input.adjust = choice(values['adjust'], '--adjust', adjustments);
    if (typeof values['as-of'] === 'string') input.asOf = values['as-of'];
    const reply = await invoke('bars.read', input);
    const { columns } = reply;
    const times = Array.from(columns.time, (time) => barTimeText(reply.freq, time));
    const json = {
      symbol: reply.series.symbol,
      asOf: times.at(-1) ?? null,
      source: reply.series.source,
      origin: reply.series.origin,
      basis: reply.series.basis,
      freq: reply.freq,
      adjust: reply.adjust,
      zone: reply.zone,
      bars: times.length,
      [isIntraday(reply.freq) ? 'times' : 'dates']: times,
      open: numbers(columns.open),
      high: numbers(columns.high),
      low: numbers(columns.low),
      close: numbers(columns.close),
      volume: numbers(columns.volume),
      amount: columns.amount.every(Number.isNaN) ? null : numbers(columns.amount),
      flagged: Array.from(columns.flags, (flags, index) => ({ index, flags })).filter(({ flags }) => flags !== 0)
        .map(({ index, flags }) => ({ time: times[index], flags: barFlagNames(flags) })),
    };
    const rows = times.map((time, index) =>
      [time, columns.open[index], columns.high[index], columns.low[index], columns.close[index], columns.volume[index]].map((cell) =>
        Number.isNaN(cell) ? '–' : String(cell),
      ),
    );
    const title = `${json.symbol}  ${json.freq}  ${json.basis}  ${json.bars} bars  ${json.source}`;
    return { json, text: `${title}\n${textTable(['time', 'open', 'high', 'low', 'close', 'volume'], rows)}`, exitCode: 0 };
  },
};

function numbers(column: Float64Array): (number | null)[] {
  return Array.from(column, (value) => (Number.isNaN(value) ? null : value));
}
