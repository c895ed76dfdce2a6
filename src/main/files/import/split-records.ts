import Papa from 'papaparse';

/** One record of a table; `cells` is null where its quotes never close. */
export interface TableRecord {
  readonly line: number;
  readonly text: string;
  readonly cells: readonly string[] | null;
}

/** A quoted cell may hold line ends, but no bar's name holds many: beyond this a stray quote is assumed. */
const joinedLines = 20;

/** Splits whole lines into records, empty lines left out, and counts the lines. A stray quote costs its own line only. */
export function splitRecords(text: string, firstLine: number, delimiter: string): { readonly records: TableRecord[]; readonly lines: number } {
  const lines = text.split('\n');
  const records: TableRecord[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = stripReturn(lines[index] ?? '');
    if (line.trim() === '' && !line.includes(delimiter)) continue;
    if (!line.includes('"')) {
      records.push({ line: firstLine + index, text: line, cells: delimiter === ' ' ? line.trim().split(/ +/) : line.split(delimiter) });
      continue;
    }
    let joined = line;
    let next = index;
    while (hasOpenQuote(joined) && next - index < joinedLines && next + 1 < lines.length) {
      next += 1;
      joined += `\n${stripReturn(lines[next] ?? '')}`;
    }
    if (hasOpenQuote(joined)) {
      records.push({ line: firstLine + index, text: line, cells: null });
      continue;
    }
    const parsed = Papa.parse<string[]>(joined, { delimiter, newline: '\n' });
    records.push({ line: firstLine + index, text: joined, cells: parsed.data.length === 1 ? parsed.data[0]?.map(bareFormula) ?? null : null });
    index = next;
  }
  // What follows the last line end is no line.
  return { records, lines: lines.at(-1) === '' ? lines.length - 1 : lines.length };
}

/** `="000002"` is how spreadsheets are told to keep zeros in front. */
function bareFormula(cell: string): string {
  return cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell;
}

function hasOpenQuote(text: string): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
}

function stripReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
