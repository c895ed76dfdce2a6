import * as XLSX from '@e965/xlsx';
import { AppError } from '../../../../shared/app-error.ts';
import type { ConvertedFile } from '../convert-container.ts';
import { guessTable } from '../guess-table.ts';
import { tableText, type TableCell } from '../table-text.ts';
import { zipInflatedBytes } from '../zip-inflated-bytes.ts';

const inflatedLimit = 500 * 2 ** 20;
const sampleRows = 200;

/** Takes the first sheet of a workbook (XLSX, or XLS of old) that looks like a table of bars. Errors: `import.unsupported`, `import.wholeTooLarge`. */
export function xlsxToTable(bytes: Uint8Array): ConvertedFile {
  const inflated = zipInflatedBytes(bytes);
  if (inflated !== null && inflated > inflatedLimit) throw new AppError('import.wholeTooLarge', { limitMiB: inflatedLimit / 2 ** 20 });
  const sheets = readSheets(bytes);
  const tables = sheets.filter((rows) => rows.length > 0);
  const chosen = tables.find((rows) => guessTable({ name: '', lines: linesOf(rows.slice(0, sampleRows)), complete: true }) !== null) ?? tables[0];
  if (chosen === undefined) throw new AppError('import.empty');
  return { text: tableText(chosen), format: { id: 'xlsx', recognise: (_sample, table) => (table === null ? null : { confidence: 0.7 }) } };
}

function readSheets(bytes: Uint8Array): TableCell[][][] {
  try {
    const workbook = XLSX.read(bytes, { type: 'buffer', cellDates: true, cellFormula: false, cellHTML: false });
    return workbook.SheetNames.flatMap((name) => {
      const sheet = workbook.Sheets[name];
      return sheet === undefined ? [] : [XLSX.utils.sheet_to_json<TableCell[]>(sheet, { header: 1, raw: true, UTC: true, blankrows: true })];
    });
  } catch (error) {
    throw new AppError('import.unsupported', { kind: 'ZIP' }, { cause: error });
  }
}

function linesOf(rows: readonly (readonly TableCell[])[]): string[] {
  return new TextDecoder().decode(tableText(rows)).split('\n');
}
