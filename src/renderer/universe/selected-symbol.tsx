import { ChartCandlestick } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { useDesk } from '../desk-context.ts';
import { AddToWatchlist } from './add-to-watchlist.tsx';
import { codeOf } from './code-of.ts';
import styles from './selected-symbol.module.css';

interface SelectedSymbolProps {
  readonly symbol: string;
  readonly name: string | null;
  /** What a new watchlist would be called. */
  readonly listName: string;
  readonly children: ReactNode;
}

/** The chosen row in the inspector: who it is, ways on, and why it is there. */
export function SelectedSymbol({ symbol, name, listName, children }: SelectedSymbolProps) {
  const { t } = useTranslation();
  const { navigation } = useDesk();
  return (
    <div className={styles.selected}>
      <h2 className={styles.title}>
        {codeOf(symbol)} {name !== null && <span className={styles.name}>{name}</span>}
      </h2>
      <Button icon={<ChartCandlestick size={16} aria-hidden />} onClick={() => navigation.getState().openSymbol(symbol)}>{t('scan.openSymbol')}</Button>
      <AddToWatchlist key={symbol} symbols={[symbol]} name={listName} />
      {children}
    </div>
  );
}
