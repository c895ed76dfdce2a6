/** The code of an instrument key: `US:AAPL` is `AAPL`. */
export function codeOf(symbol: string): string {
  return symbol.slice(symbol.indexOf(':') + 1);
}
