import { formatTradingDate, parseTradingDate } from '../../shared/time.ts';

/** Reads a day as people write it, year first: `2018-02-07`, `2018/2/7`, `20180207`. Answers it as ISO text; null for anything else. */
export function parseDayText(text: string): string | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const [year, month, day] = match[1] === undefined ? match.slice(4) : match.slice(1, 4);
  const parsed = parseTradingDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
  return parsed === null ? null : formatTradingDate(parsed);
}
