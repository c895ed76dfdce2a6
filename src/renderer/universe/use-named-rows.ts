import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDesk } from '../desk-context.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { symbolName } from '../list/symbol-name.ts';

/** Rows with their names in the language of the window, which may have changed since they were answered. */
export function useNamedRows<Row extends { readonly symbol: string; readonly name: string | null }>(rows: readonly Row[]): readonly Row[] {
  const language = useLanguage();
  const known = useStore(useDesk().symbols, (state) => state.rows.value);
  return useMemo(() => {
    const bySymbol = new Map(known?.map((row) => [row.symbol, row]));
    return rows.map((row) => {
      const instrument = bySymbol.get(row.symbol);
      return { ...row, name: (instrument === undefined ? null : symbolName(instrument, language)) ?? row.name };
    });
  }, [rows, known, language]);
}
