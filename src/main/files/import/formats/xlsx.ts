import * as XLSX from '@e965/xlsx';
import { AppError } from '../../../../shared/app-error.ts';
import type { ConvertedFile } from '../convert-container.ts';
import { guessTable } from '../guess-table.ts';
import { tableText, type TableCell } from '../table-text.ts';
import { zipDirectory } from '../zip-directory.ts';

type Rows = readonly (readonly TableCell[])[];

const inflatedLimit = 500 * 2 ** 20;
const sampleRows = 200;

/** Takes the first sheet of a workbook (XLSX, or XLS of old) that looks like a table of bars. Errors: `import.unsupported`, `import.wholeTooLarge`. */
export function xlsxToTable(bytes: Uint8Array): ConvertedFile {
  const inflated = zipDirectory(bytes)?.reduce((sum, { inflatedBytes }) => sum + inflatedBytes, 0) ?? 0;
  if (inflated > inflatedLimit) throw new AppError('import.wholeTooLarge', { limitMiB: inflatedLimit / 2 ** 20 });
  const tables = readSheets(bytes, { type: 'buffer', cellDates: true }).filter((rows) => rows.length > 0);
  const chosen = tables.find(holdsBars) ?? tables[0];
  if (chosen === undefined) throw new AppError('import.empty');
  return converted(chosen);
}

/** Takes the table of bars from a web page or XML workbook, as many sites name `.xls`; null where it holds none. Cells stay as written. */
export function markupToTable(text: string): ConvertedFile | null {
  const chosen = readSheets(text, { type: 'string', cellDates: true, raw: true }).find(holdsBars);
  return chosen === undefined ? null : converted(chosen);
}

function converted(rows: Rows): ConvertedFile {
  return { text: tableText(rows), format: { id: 'xlsx', recognise: (_sample, table) => (table === null ? null : { confidence: 0.7 }) } };
}

function readSheets(content: Uint8Array | string, how: XLSX.ParsingOptions): Rows[] {
  try {
    const workbook = XLSX.read(content, { ...how, cellFormula: false, cellHTML: false });
    return workbook.SheetNames.flatMap((name) => {
      const sheet = workbook.Sheets[name];
      return sheet === undefined ? [] : [XLSX.utils.sheet_to_json<TableCell[]>(sheet, { header: 1, raw: true, UTC: true, blankrows: true })];
    });
  } catch (error) {
    throw new AppError('import.unsupported', { kind: 'ZIP' }, { cause: error });
  }
}

function holdsBars(rows: Rows): boolean {
  const lines = new TextDecoder().decode(tableText(rows.slice(0, sampleRows))).split('\n');
  return guessTable({ name: '', lines, complete: true }) !== null;
}
