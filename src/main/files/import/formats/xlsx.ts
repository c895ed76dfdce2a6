import * as XLSX from '@e965/xlsx';
import { AppError } from '../../../../shared/app-error.ts';
import type { ConvertedFile } from '../converted-file.ts';
import { guessTable } from '../guess-table.ts';
import { tableText, type TableCell } from '../table-text.ts';
import { zipDirectory } from '../zip-directory.ts';
import { isWorkbook } from '../zip-files.ts';

type Rows = readonly (readonly TableCell[])[];

interface Sheet {
  readonly name: string;
  readonly rows: Rows;
}

const inflatedLimit = 500 * 2 ** 20;
const sampleRows = 200;

/**
 * Takes the first sheet of a workbook (XLSX, or XLS of old) that looks like a table of bars, or all of them where each is named by its
 * symbol. Errors: `import.unsupported`, `import.password`, `import.wholeTooLarge`, `import.damaged`, `import.nestedArchive`.
 */
export async function xlsxToTable(bytes: Uint8Array): Promise<ConvertedFile> {
  if (bytes[0] === 0x50) await checkArchive(bytes);
  const sheets = readSheets(bytes, { type: 'buffer', cellDates: true }).filter(({ rows }) => rows.length > 0);
  const [first, ...others] = sheets.filter(({ rows }) => holdsBars(rows));
  if (first === undefined) {
    if (sheets[0] === undefined) throw new AppError('import.empty');
    return converted(sheets[0].rows);
  }
  if (others.length === 0) return converted(first.rows);
  const joined = bySymbol([first, ...others]);
  if (joined !== null) return converted(joined);
  const names = [first, ...others].map(({ name }) => name).join(', ').slice(0, 200);
  return { ...converted(first.rows), notes: [new AppError('import.noteSheets', { sheets: names, used: first.name }).toReply()] };
}

/** A sheet a symbol, as some terminals export them: one table with the sheets' names as symbols; null where the sheets are something else. */
function bySymbol(sheets: readonly Sheet[]): Rows | null {
  const header = JSON.stringify(sheets[0]?.rows[0]);
  const named = sheets.every(({ name }) => /^[A-Z\d][A-Z\d.^=-]{0,11}$/.test(name) && !/^(SHEET|TABLE|DATA|DAILY|WEEKLY|MONTHLY|PRICES?)\d*$/.test(name));
  if (!named || sheets.some(({ rows }) => JSON.stringify(rows[0]) !== header)) return null;
  const columns = sheets[0]?.rows[0] ?? [];
  const symbols = sheets.flatMap(({ name, rows }) => rows.slice(1).map((row) => [...columns.map((_, index) => row[index]), name]));
  return [[...columns, 'Symbol'], ...symbols];
}

async function checkArchive(bytes: Uint8Array): Promise<void> {
  const entries = await zipDirectory({ size: bytes.length, read: async (from, length) => bytes.subarray(from, from + length) });
  if (entries === null) throw new AppError('import.damaged');
  if (!isWorkbook(entries)) throw new AppError('import.nestedArchive');
  const inflated = entries.reduce((sum, { inflatedBytes }) => sum + inflatedBytes, 0);
  if (inflated > inflatedLimit) throw new AppError('import.wholeTooLarge', { limitMiB: inflatedLimit / 2 ** 20 });
}

/** Takes the table of bars from a web page or XML workbook, as many sites name `.xls`; null where it holds none. Cells stay as written. */
export function markupToTable(text: string): ConvertedFile | null {
  const chosen = readSheets(text, { type: 'string', cellDates: true, raw: true }).find(({ rows }) => holdsBars(rows));
  return chosen === undefined ? null : converted(chosen.rows);
}

function converted(rows: Rows): ConvertedFile {
  return { text: tableText(rows), format: { id: 'xlsx', recognise: (_sample, table) => (table === null ? null : { confidence: 0.7 }) } };
}

function readSheets(content: Uint8Array | string, how: XLSX.ParsingOptions): Sheet[] {
  try {
    const workbook = XLSX.read(content, { ...how, cellFormula: false, cellHTML: false });
    return workbook.SheetNames.flatMap((name) => {
      const sheet = workbook.Sheets[name];
      return sheet === undefined ? [] : [{ name, rows: XLSX.utils.sheet_to_json<TableCell[]>(sheet, { header: 1, raw: true, UTC: true, blankrows: true }) }];
    });
  } catch (error) {
    // The library's own words; it gives no code.
    if (error instanceof Error && /password/i.test(error.message)) throw new AppError('import.password', {}, { cause: error });
    // Markup that is neither a web page nor a workbook, as of a news feed, may still be read as text.
    if (typeof content === 'string') return [];
    throw new AppError('import.unsupported', { kind: 'ZIP' }, { cause: error });
  }
}

function holdsBars(rows: Rows): boolean {
  const lines = new TextDecoder().decode(tableText(rows.slice(0, sampleRows))).split('\n');
  return guessTable({ name: '', lines, complete: true }) !== null;
}
