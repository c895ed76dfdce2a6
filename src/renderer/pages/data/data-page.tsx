import { Plus, RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../components/button.tsx';
import { SegmentedControl } from '../../components/segmented-control.tsx';
import { useDesk } from '../../desk-context.ts';
import { PageNote } from '../../frame/page-note.tsx';
import { PageView } from '../../frame/page-view.tsx';
import type { DataView } from '../../stores/sources-store.ts';
import { isActive } from '../../stores/tasks-store.ts';
import { CheckField } from '../symbol/check-field.tsx';
import { HealthView } from './health-view.tsx';
import { ImportsView } from './imports-view.tsx';
import { LedgerView } from './ledger-view.tsx';
import { SourcesView } from './sources-view.tsx';
import { StoreView } from './store-view.tsx';

const views: Readonly<Record<DataView, () => React.ReactNode>> = { health: HealthView, sources: SourcesView, network: LedgerView, imports: ImportsView, store: StoreView };

/** How complete the data is and what is wrong with it, where it comes from, what was asked of the network, and what was imported. */
export function DataPage() {
  const { t } = useTranslation();
  const { sources, navigation, notices, tasks } = useDesk();
  const { view, offline } = useStore(sources);
  const isRefreshing = useStore(tasks, (state) => [...state.tasks.values()].some(({ task }) => task.kind === 'refresh' && isActive(task)));
  useEffect(() => void sources.getState().load().catch(notices.getState().showThrown), [sources, notices]);
  const { show, setOffline, refresh } = sources.getState();
  const View = views[view];
  const choices = (
    <SegmentedControl
      label={t('dataPage.view')}
      value={view}
      onChange={show}
      segments={(['health', 'sources', 'network', 'imports', 'store'] as const).map((value) => ({ value, label: t(`dataPage.view.${value}`) }))}
    />
  );
  const actions = (
    <>
      <CheckField label={t('dataPage.offline')} checked={offline} onChange={(value) => void setOffline(value).catch(notices.getState().showThrown)} />
      <Button icon={<Plus size={16} aria-hidden />} onClick={() => navigation.getState().openOverlay('add-symbols')}>
        {t('dataPage.add')}
      </Button>
      <Button icon={<RotateCw size={16} aria-hidden />} disabled={offline || isRefreshing} onClick={() => void refresh({}).catch(notices.getState().showThrown)}>
        {t(isRefreshing ? 'dataPage.refreshing' : 'dataPage.refresh')}
      </Button>
    </>
  );
  return (
    <PageView title={t('dataPage.title')} choices={choices} actions={actions} notes={offline && <PageNote>{t('dataPage.offline.note')}</PageNote>}>
      <View />
    </PageView>
  );
}
