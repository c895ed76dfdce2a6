/** SQLite has no NaN: "no value" is stored as NULL. */
export function numberOrNull(value: number): number | null {
  return value === value ? value : null;
}
