import { AppError } from '../../src/shared/app-error.ts';
import type { FileHandle } from '../../src/shared/contract/files.ts';
import type { BarsPreview, ImportOptions, ImportQuestion, PreviewRow } from '../../src/shared/contract/imports.ts';

const cells = [
  ['03/04/2018', '15.07', '15.12', '14.63', '14.75', '8407500', 'AAL'],
  ['03/05/2018', '14.89', '15.01', '14.26', '14.46', '8882000', 'AAL'],
  ['03/06/2018', '14.45', '14.51', '14.10', '14.27', '8126000', 'AAL'],
  ['03/07/2018', '', '14.94', '14.25', '14.66', '10259500', 'AAL'],
  ['03/08/2018', 'n/a', '15.01', '14.71', '14.99', '31879900', 'AAL'],
  ['03/09/2018', '14.95', '14.96', '13.16', '13.99', '15628000', 'AAL'],
];

/** What a file looks like before it is imported: a name with `ambiguous` asks for the day/month order and the market, `empty` is refused. */
export function inventedPreview(file: FileHandle, options: ImportOptions): BarsPreview {
  if (file.name.includes('empty')) throw new AppError('app.input', { field: file.name, problem: 'no rows' });
  const ambiguous = file.name.includes('ambiguous');
  const questions: ImportQuestion[] = [];
  if (ambiguous && options.dateFormat === undefined) questions.push({ field: 'dateFormat', error: new AppError('app.input', { field: 'date', problem: '03/04/2018 can be read as 3 April or 4 March' }).toReply(), choices: ['dd/MM/yyyy', 'MM/dd/yyyy'] });
  if (ambiguous && options.market === undefined) questions.push({ field: 'market', error: new AppError('app.input', { field: 'market', problem: 'the file does not name it' }).toReply(), choices: ['US', 'CN', 'HK', 'UK'] });
  return {
    kind: 'bars',
    name: file.name,
    bytes: file.bytes,
    contents: null,
    plan: {
      format: 'csv', confidence: ambiguous ? 0.74 : 0.98, encoding: 'utf-8', compressed: file.name.endsWith('.gz'), delimiter: ',', decimal: '.',
      header: ['date', 'open', 'high', 'low', 'close', 'volume', 'Name'],
      columns: options.columns ?? ['date', 'open', 'high', 'low', 'close', 'volume', 'symbol'],
      dateFormat: options.dateFormat ?? (ambiguous ? null : 'MM/dd/yyyy'), freq: '1d', basis: options.basis ?? 'split', zone: 'America/New_York', currency: 'USD', market: options.market ?? (ambiguous ? null : 'US'), exchange: null, volumeUnit: 'shares', unitCheck: null,
      symbols: ['AAL', 'AAPL', 'ABC'],
    },
    rows: cells.map((row, index) => previewRow(row, index + 2, options.dateFormat === undefined && ambiguous)),
    questions,
    notes: [],
  };
}

function previewRow(row: readonly string[], line: number, unsettled: boolean): PreviewRow {
  const [date = '', open = '', high = '', low = '', close = '', volume = ''] = row;
  if (open === 'n/a') return { line, cells: row, bar: null, rule: 'price', isSkipped: false };
  if (unsettled) return { line, cells: row, bar: null, rule: null, isSkipped: false };
  const [month = '', day = '', year = ''] = date.split('/');
  const numbers = { high: Number(high), low: Number(low), close: Number(close), volume: Number(volume) };
  return { line, cells: row, bar: { symbol: 'US:AAL', time: `${year}-${month}-${day}`, open: open === '' ? numbers.close : Number(open), ...numbers, amount: null, flags: open === '' ? ['filled'] : [] }, rule: null, isSkipped: false };
}
