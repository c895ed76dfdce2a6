import { LayoutDashboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { DataPanel } from './data-panel.tsx';
import styles from './dashboard-page.module.css';
import { FiredPanel } from './fired-panel.tsx';
import { IndustriesPanel } from './industries-panel.tsx';
import { MarketPanel } from './market-panel.tsx';
import { MoversPanel } from './movers-panel.tsx';
import { NewsPanel } from './news-panel.tsx';
import { SignalsPanel } from './signals-panel.tsx';
import { WatchPanel } from './watch-panel.tsx';

/** The desk at a glance: state of the market, the watched symbols, industries, movers, signals, alerts, and how the data stand. */
export function DashboardPage() {
  const { t } = useTranslation();
  const { symbols, navigation } = useDesk();
  const isEmpty = useStore(symbols, ({ rows }) => rows.state === 'ready' && rows.value.length === 0);
  if (isEmpty) {
    const action = <Button onClick={() => navigation.getState().openOverlay('import')}>{t('list.empty.action')}</Button>;
    return <StateView isPage icon={<LayoutDashboard size={24} aria-hidden />} title={t('dashboard.empty.title')} hint={t('dashboard.empty.hint')} action={action} />;
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.spoken}>{t('nav.dashboard')}</h1>
      <div className={styles.grid}>
        <MarketPanel />
        <WatchPanel />
        <IndustriesPanel />
        <MoversPanel />
        <SignalsPanel />
        <FiredPanel />
        <NewsPanel />
        <DataPanel />
      </div>
    </div>
  );
}
