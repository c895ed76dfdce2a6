import Papa from 'papaparse';

/** Cells of a converted file as they are in memory. */
export type TableCell = string | number | boolean | Date | null | undefined;

/** Rows as UTF-8 CSV; dates in UTC as ISO text, the time of day left out where all dates are midnights. */
export function tableText(rows: readonly (readonly TableCell[])[]): Uint8Array {
  const timed = rows.some((row) => row.some((cell) => cell instanceof Date && cell.getTime() % 86_400_000 !== 0));
  const text = (cell: TableCell): string => {
    if (cell === null || cell === undefined) return '';
    if (!(cell instanceof Date)) return String(cell);
    if (Number.isNaN(cell.getTime())) return '';
    // Spreadsheets keep times as fractions of a day; rounding to the second takes the error of the fraction away.
    const iso = new Date(Math.round(cell.getTime() / 1_000) * 1_000).toISOString();
    return timed ? `${iso.slice(0, 10)} ${iso.slice(11, 19)}` : iso.slice(0, 10);
  };
  return new TextEncoder().encode(Papa.unparse(rows.map((row) => row.map(text)), { newline: '\n' }));
}
