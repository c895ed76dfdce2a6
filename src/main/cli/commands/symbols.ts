import type { Command } from '../command.ts';
import { textTable } from '../text-table.ts';

export const symbolsCommand: Command = {
  usage: 'symbols [TEXT]',
  options: {},
  access: () => 'read',
  async run({ positionals }, { invoke, language }) {
    const list = await invoke('symbols.list', {});
    const text = positionals[0];
    const wanted = text === undefined ? null : new Set((await invoke('symbols.resolve', { text, limit: 100 })).map((found) => found.symbol));
    const symbols = list.symbols
      .filter((row) => wanted === null || wanted.has(row.symbol))
      .map((row) => ({
        symbol: row.symbol,
        code: row.code,
        name: (language === 'zh' ? row.nameZh : row.nameEn) ?? row.nameEn ?? row.nameZh,
        market: row.market,
        kind: row.kind,
        currency: row.currency,
        freq: row.freq,
        bars: row.bars,
        from: row.from,
        to: row.to,
        close: row.close,
      }));
    const table = textTable(
      ['symbol', 'name', 'freq', 'bars', 'from', 'to', 'close'],
      symbols.map((row) => [row.symbol, row.name ?? '–', row.freq ?? '–', String(row.bars), row.from ?? '–', row.to ?? '–', String(row.close ?? '–')]),
    );
    return { json: { symbols }, text: table, exitCode: 0 };
  },
};
