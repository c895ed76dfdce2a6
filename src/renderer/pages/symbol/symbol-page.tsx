import { ChartCandlestick } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { ErrorView } from '../../components/error-view.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { ChartSkeleton } from './chart-skeleton.tsx';
import { ChartWorkspace } from './chart-workspace.tsx';
import { SymbolHeader } from './symbol-header.tsx';
import styles from './symbol-page.module.css';
import { useReplay } from './use-replay.ts';
import { useSeries } from './use-series.ts';

/** One instrument: header, chart workspace, provenance. */
export function SymbolPage({ symbol }: { readonly symbol: string }) {
  const { t } = useTranslation();
  const desk = useDesk();
  const settings = useStore(desk.chartSettings, (state) => state.settings);
  const [chosen, setChosen] = useState<{ readonly symbol: string; readonly id: number } | null>(null);
  const request = { symbol, freq: settings.freq, adjust: settings.adjust, ...(chosen?.symbol === symbol ? { series: chosen.id } : {}) };
  const state = useSeries(request);
  const { series } = state;
  const replay = useReplay(series.value);
  const isOther = series.value !== null && series.value.reply.series.symbol !== symbol;

  const body = (): React.ReactNode => {
    if (series.value === null && series.state === 'failed') {
      // A member of a list may have no bars yet, or not even be known.
      if (series.error.code === 'bars.none' || series.error.code === 'symbol.unknown') return <NoBars symbol={symbol} />;
      return <ErrorView title={t('series.failed.title', { symbol })} error={series.error} onRetry={() => void state.open(request)} />;
    }
    const shown = series.value;
    if (replay === null || shown === null) return <ChartSkeleton />;
    if (shown.bars.time.length === 0) return <NoBars symbol={symbol} />;
    return <ChartWorkspace replay={replay} state={state} settings={settings} onSource={(id) => setChosen({ symbol: shown.reply.series.symbol, id })} />;
  };

  return (
    <div className={styles.page}>
      <SymbolHeader symbol={symbol} series={isOther ? null : (replay?.series ?? null)} isReplay={replay?.bars != null} />
      {/* The picture of the symbol before stays for a moment, then gives way to the skeleton. */}
      <div className={styles.body} data-other={isOther || undefined} aria-busy={isOther}>
        {body()}
      </div>
      {isOther && <div className={styles.waiting}><ChartSkeleton /></div>}
    </div>
  );
}

function NoBars({ symbol }: { readonly symbol: string }) {
  const { t } = useTranslation();
  const { navigation, notices, sources } = useDesk();
  const fetchBars = (): void => void sources.getState().refresh({ symbols: [symbol] }).catch(notices.getState().showThrown);
  const action = (
    <div className={styles.actions}>
      <Button look="primary" onClick={() => navigation.getState().openOverlay('import')}>{t('list.empty.action')}</Button>
      <Button onClick={fetchBars}>{t('add.fetch')}</Button>
    </div>
  );
  return <StateView icon={<ChartCandlestick size={24} aria-hidden />} title={t('series.none.title', { symbol })} hint={t('series.none.hint')} action={action} />;
}
