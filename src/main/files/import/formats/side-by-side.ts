import Papa from 'papaparse';
import type { ConvertedFile } from '../converted-file.ts';
import { tableText } from '../table-text.ts';

const fields = /^(adj close|open|high|low|close|volume)$/i;

/** Whether a text begins like a frame of several tickers side by side: fields over tickers, or tickers over fields, then the dates. */
export function isSideBySide(start: string): boolean {
  const [first = [], second = [], third = []] = Papa.parse<string[]>(start.split('\n').slice(0, 3).join('\n'), { delimiter: ',' }).data;
  const named = [first, second].find((cells) => cells.length > 2 && cells.slice(1).every((cell) => fields.test(cell.trim())));
  const tickers = named === first ? second : first;
  return named !== undefined && /^(date(time)?)?$/i.test(third[0]?.trim() ?? '-') && third.slice(1).every((cell) => cell.trim() === '') && new Set(tickers.slice(1)).size > 1;
}

/** Stacks such a frame into rows of one ticker each; days on which a ticker has no value are left out. */
export function sideBySideToTable(text: string): ConvertedFile {
  const [first = [], second = [], , ...rows] = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' }).data;
  const fieldsFirst = first.slice(1).every((cell) => fields.test(cell.trim()));
  const [names, tickers] = (fieldsFirst ? [first, second] : [second, first]).map((cells) => cells.map((cell) => cell.trim())) as [string[], string[]];
  const header = ['Date', 'Ticker', 'Open', 'High', 'Low', 'Close', 'Adj Close', 'Volume'].filter((name) => ['Date', 'Ticker'].includes(name) || names.includes(name));
  const stacked = [...new Set(tickers.slice(1))].flatMap((ticker) => {
    const at = header.slice(2).map((name) => names.findIndex((one, index) => index > 0 && one === name && tickers[index] === ticker));
    return rows.flatMap((cells) => {
      const values = at.map((index) => cells[index] ?? '');
      return values.every((value) => value === '') ? [] : [[cells[0], ticker, ...values]];
    });
  });
  const basis = header.includes('Adj Close') ? 'split' : 'total';
  return { text: tableText([header, ...stacked]), format: { id: 'yahoo', recognise: () => ({ confidence: 0.97, basis }) } };
}
