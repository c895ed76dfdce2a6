import { CandlestickChart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../components/button.tsx';
import { StateView } from '../components/state-view.tsx';
import { useDesk } from '../desk-context.ts';
import { FirstRun } from '../first-run/first-run.tsx';
import { SymbolPage } from './symbol/symbol-page.tsx';

/** The chosen symbol, or what to do to choose one. */
export function SymbolWorkArea() {
  const { t } = useTranslation();
  const { navigation, symbols } = useDesk();
  const isEmpty = useStore(symbols, ({ rows }) => rows.state === 'ready' && rows.value.length === 0);
  const symbol = useStore(navigation, (state) => state.symbol);
  if (symbol !== null) return <SymbolPage symbol={symbol} />;
  if (isEmpty) return <FirstRun />;
  const action = <Button onClick={() => navigation.getState().openOverlay('palette')}>{t('symbol.none.action')}</Button>;
  return <StateView isPage icon={<CandlestickChart size={24} aria-hidden />} title={t('symbol.none.title')} hint={t('symbol.none.hint')} action={action} />;
}
