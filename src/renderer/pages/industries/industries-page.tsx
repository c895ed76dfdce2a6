import { LayoutGrid } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { StateView } from '../../components/state-view.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { CompareView } from './compare-view.tsx';
import { HeatView } from './heat-view.tsx';
import { IndustryDetail } from './industry-detail.tsx';
import { MapView } from './map-view.tsx';
import { TrendView } from './trend-view.tsx';

const views = ['map', 'heat', 'trend', 'compare'] as const;
type View = (typeof views)[number];

/** Which industries lead: as a map, weighted by rank, day by day, and side by side. */
export function IndustriesPage() {
  const { t } = useTranslation();
  const { symbols, navigation } = useDesk();
  const [view, setView] = useState<View>('map');
  const [selected, setSelected] = useState<string | null>(null);
  const isEmpty = useStore(symbols, ({ rows }) => rows.state === 'ready' && rows.value.length === 0);
  if (isEmpty) {
    const action = <Button onClick={() => navigation.getState().openOverlay('import')}>{t('list.empty.action')}</Button>;
    return <StateView isPage icon={<LayoutGrid size={24} aria-hidden />} title={t('universe.empty.title')} hint={t('universe.empty.hint')} action={action} />;
  }
  const choice = <SegmentedControl label={t('industries.view')} value={view} segments={views.map((value) => ({ value, label: t(`industries.view.${value}`) }))} onChange={setView} />;
  return (
    <>
      {view === 'map' && <MapView choice={choice} selected={selected} onSelect={setSelected} />}
      {view === 'heat' && <HeatView choice={choice} selected={selected} onSelect={setSelected} />}
      {view === 'trend' && <TrendView choice={choice} selected={selected} onSelect={setSelected} />}
      {view === 'compare' && <CompareView choice={choice} />}
      {view !== 'compare' && (
        <Inspector>
          <IndustryDetail industry={selected} />
        </Inspector>
      )}
    </>
  );
}
