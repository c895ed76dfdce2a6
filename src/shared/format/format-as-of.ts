/** The ISO time that figures stand as of: a day stays a day, an instant is written to the minute, `2025-09-21 01:30 UTC`. */
export function formatAsOf(asOf: string): string {
  return asOf.length <= 'yyyy-mm-dd'.length ? asOf : `${asOf.slice(0, 16).replace('T', ' ')} UTC`;
}
