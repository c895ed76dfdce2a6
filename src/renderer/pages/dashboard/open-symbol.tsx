import { useDesk } from '../../desk-context.ts';
import { codeOf } from '../../universe/code-of.ts';
import styles from './rows.module.css';

/** A code that opens its symbol. */
export function OpenSymbol({ symbol }: { readonly symbol: string }) {
  const { navigation } = useDesk();
  return (
    <button type="button" title={symbol} className={styles.open} onClick={() => navigation.getState().openSymbol(symbol)}>
      {codeOf(symbol)}
    </button>
  );
}
