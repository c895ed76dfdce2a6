import type { ColumnRole } from '../../../../shared/contract/imports.ts';
import { fittingDateFormats } from '../date-formats.ts';
import { fileStem } from '../file-stem.ts';
import type { Format } from '../format.ts';
import { guessDecimal } from '../guess-decimal.ts';
import type { TableShape } from '../guess-table.ts';
import { readNumber } from '../read-number.ts';
import { sampleRecords, type TextSample } from '../text-sample.ts';

const columns: readonly ColumnRole[] = ['date', 'close', 'open', 'high', 'low', 'volume', 'ignore'];

/** Investing.com in its many languages: date, last price, open, high, low, perhaps volume, and the change in percent last. */
export const investing: Format = {
  id: 'investing',
  recognise(sample, table) {
    const pair = /^([A-Z]{3})_([A-Z]{3})[ _]/.exec(fileStem(sample.name));
    const traits = { confidence: 0.93, basis: 'split', symbol: pair === null ? undefined : `${pair[1]}/${pair[2]}` } as const;
    const header = table?.header ?? [];
    const known = ['date', 'close', 'open', 'high', 'low'].every((role, index) => table?.columns[index] === role);
    if (known && (header.length === 6 || table?.columns[5] === 'volume')) return header.length <= 7 && /%|涨跌幅|變更/.test(header.at(-1) ?? '') ? traits : null;
    const shape = table?.columns.every((role, index) => role === 'ignore' || role === columns[index]) === false ? null : unknownLanguage(sample);
    return shape === null ? null : { ...traits, table: shape };
  },
};

/** A language whose words are not known is told by what stands in the columns. */
function unknownLanguage(sample: TextSample): TableShape | null {
  if (!/\d ?%"?$/.test(sample.lines[1]?.trimEnd() ?? '')) return null;
  const delimiter = sample.lines[0]?.includes(';') === true ? ';' : ',';
  const [header, ...rows] = sampleRecords(sample, delimiter);
  if (header?.cells?.length !== columns.length || rows.length === 0 || !rows.every(({ cells }) => cells?.length === columns.length && isDay(cells))) return null;
  return { delimiter, header: header.cells.map((cell) => cell.trim()), skipLines: header.line, columns, rows };
}

/** A date, four prices of which the third is the highest and the fourth the lowest, and a percentage last. */
function isDay(cells: readonly string[]): boolean {
  const [close, open, high, low] = cells.slice(1, 5).map((cell) => readNumber(cell, guessDecimal(cells.slice(1, 5), cells.slice(5)) ?? '.') ?? NaN) as [number, number, number, number];
  return fittingDateFormats(cells.slice(0, 1)).length > 0 && high >= Math.max(open, close) && low <= Math.min(open, close) && /\d ?%$/.test(cells.at(-1) ?? '');
}
