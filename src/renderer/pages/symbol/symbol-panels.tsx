import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureAge } from '../../freshness/figure-age.ts';
import { FreshnessBadge } from '../../freshness/freshness-badge.tsx';
import { panelIds, type PanelId } from './chart-settings.ts';
import styles from './symbol-panels.module.css';

interface SymbolPanelsProps {
  readonly open: PanelId | null;
  readonly onOpen: (panel: PanelId | null) => void;
  /** How old the figures of the open panel are. */
  readonly age: FigureAge | null;
  /** The open panel. */
  readonly children: ReactNode;
}

/** The tabs under the chart; the open one closes when it is chosen again. */
export function SymbolPanels({ open, onOpen, age, children }: SymbolPanelsProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('chart.panels')} className={styles.panels}>
      <div className={styles.bar}>
        <div className={styles.tabs}>
          {panelIds.map((panel) => (
            <button key={panel} type="button" aria-expanded={panel === open} className={styles.tab} onClick={() => onOpen(panel === open ? null : panel)}>
              {t(`${panel}.title`)}
            </button>
          ))}
        </div>
        {open !== null && <FreshnessBadge short age={age} />}
      </div>
      {open !== null && (
        <div role="tabpanel" aria-label={t(`${open}.title`)} tabIndex={0} className={styles.content}>
          {children}
        </div>
      )}
    </section>
  );
}
