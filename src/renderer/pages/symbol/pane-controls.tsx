import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChartLayout } from '../../charts/chart-painter.ts';
import { indicatorTitle, type ComputedIndicator } from '../../charts/overlays/indicator-overlay.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { ChartSettings, ChosenIndicator } from './chart-settings.ts';
import { movePane, removeIndicator } from './chosen-list.ts';
import styles from './pane-controls.module.css';

interface PaneControlsProps {
  readonly layout: ChartLayout | null;
  readonly computed: readonly ComputedIndicator[];
  readonly settings: ChartSettings;
  readonly onChange: (part: Partial<ChartSettings>) => void;
}

/** At the head of each indicator pane: move it up or down, take it off. They show while the chart is pointed at or holds the focus. */
export function PaneControls({ layout, computed, settings, onChange }: PaneControlsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (layout === null) return null;
  const own = computed.filter(({ indicator }) => indicator.pane === 'own');
  const keys = own.map(({ key }) => key);
  const setList = (indicators: readonly ChosenIndicator[]): void => onChange({ indicators });
  return own.map((indicator, place) => {
    const pane = layout.panes.find(({ id }) => id === indicator.key);
    if (pane === undefined) return null;
    const name = indicatorTitle(indicator, language);
    return (
      <div key={indicator.key} className={styles.controls} style={{ top: pane.top + 2, right: layout.axisWidth + 4 }}>
        {place > 0 && <IconButton label={t('chart.indicators.up', { name })} icon={<ArrowUp size={12} aria-hidden />} onClick={() => setList(movePane(settings.indicators, keys, indicator.key, -1))} />}
        {place < own.length - 1 && <IconButton label={t('chart.indicators.down', { name })} icon={<ArrowDown size={12} aria-hidden />} onClick={() => setList(movePane(settings.indicators, keys, indicator.key, 1))} />}
        <IconButton label={t('chart.indicators.remove', { name })} icon={<X size={12} aria-hidden />} onClick={() => setList(removeIndicator(settings.indicators, indicator.key))} />
      </div>
    );
  });
}
