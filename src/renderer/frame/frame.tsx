import { useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ErrorBoundary } from '../components/error-boundary.tsx';
import { Splitter } from '../components/splitter.tsx';
import { useDesk } from '../desk-context.ts';
import { pageOf } from '../pages/page-registry.ts';
import { panelBounds } from '../stores/layout-store.ts';
import { Drawer } from './drawer.tsx';
import styles from './frame.module.css';
import { InspectorContext } from './inspector.tsx';
import { NavRail } from './nav-rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { usePanel } from './use-panel.ts';

/** The window: rail, top bar, list, work area, inspector, status bar. */
export function Frame() {
  const { t } = useTranslation();
  const page = pageOf(useStore(useDesk().navigation, (state) => state.page));
  const list = usePanel('list');
  const inspector = usePanel('inspector');
  const [inspectorElement, setInspectorElement] = useState<HTMLElement | null>(null);
  const [hasInspector, setHasInspector] = useState(false);
  const guarded = (content: ReactNode): ReactNode => (
    <ErrorBoundary key={page.id} title={t('error.part')}>
      {content}
    </ErrorBoundary>
  );
  const listInGrid = page.List !== null && list.isShown && !list.isDrawer;
  const inspectorInGrid = hasInspector && inspector.isShown && !inspector.isDrawer;
  const columns = [listInGrid && `${list.widthPx}px`, 'minmax(0, 1fr)', inspectorInGrid && `${inspector.widthPx}px`].filter(Boolean).join(' ');
  return (
    <InspectorContext value={{ element: inspectorElement, setUsed: setHasInspector }}>
      <div className={styles.frame}>
        <NavRail />
        <TopBar list={page.List === null ? null : list} inspector={hasInspector ? inspector : null} />
        <div className={styles.regions} style={{ '--columns': columns } as CSSProperties}>
          {page.List !== null && listInGrid && (
            <aside aria-label={t('panel.list')} data-region className={styles.left}>
              <div className={styles.region}>{guarded(<page.List />)}</div>
              <Splitter
                label={t('panel.resizeList')}
                panel="left"
                widthPx={list.widthPx}
                {...panelBounds.list}
                onResize={list.resize}
                onDone={list.keep}
                onCollapse={list.toggle}
              />
            </aside>
          )}
          <main aria-label={t('panel.work')} data-region tabIndex={-1} className={styles.region}>
            {guarded(<page.Work />)}
          </main>
          {inspectorInGrid && (
            <aside aria-label={t('panel.inspector')} data-region tabIndex={-1} className={styles.right}>
              <Splitter
                label={t('panel.resizeInspector')}
                panel="right"
                widthPx={inspector.widthPx}
                {...panelBounds.inspector}
                onResize={inspector.resize}
                onDone={inspector.keep}
                onCollapse={inspector.toggle}
              />
              <div className={styles.region} ref={setInspectorElement} />
            </aside>
          )}
        </div>
        <StatusBar />
      </div>
      {page.List !== null && list.isDrawer && list.isShown && (
        <Drawer label={t('panel.list')} side="left" widthPx={panelBounds.list.max} onClose={list.toggle}>
          {guarded(<page.List />)}
        </Drawer>
      )}
      {hasInspector && inspector.isDrawer && inspector.isShown && (
        <Drawer label={t('panel.inspector')} side="right" widthPx={panelBounds.inspector.max} onClose={inspector.toggle}>
          <div ref={setInspectorElement} className={styles.region} />
        </Drawer>
      )}
    </InspectorContext>
  );
}
