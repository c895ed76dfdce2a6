/** Rows about symbols are told apart by them. */
export function rowSymbol({ symbol }: { readonly symbol: string }): string {
  return symbol;
}
