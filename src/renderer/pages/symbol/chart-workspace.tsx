import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore } from 'zustand/vanilla';
import { errorText } from '../../../shared/app-error.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import type { Chart } from '../../charts/chart.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { priceDecimals } from '../../charts/price-decimals.ts';
import { seriesClock } from '../../charts/zone-clock.ts';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { barFacts } from './bar-facts.ts';
import { BarInspector } from './bar-inspector.tsx';
import { BarsTable } from './bars-table.tsx';
import { chartModel } from './chart-model.ts';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSettings } from './chart-settings.ts';
import { chartSummary, spokenBar } from './chart-summary.ts';
import { ChartToolbar } from './chart-toolbar.tsx';
import styles from './chart-workspace.module.css';
import { computeChosen } from './compute-chosen.ts';
import type { Cursor } from './cursor.ts';
import { ProvenanceLine } from './provenance-line.tsx';
import type { SeriesState } from './series-store.ts';

/** Toolbar, chart or its table twin, and where the data come from. */
export function ChartWorkspace({ series, state, settings }: { readonly series: ChartSeries; readonly state: SeriesState; readonly settings: ChartSettings }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const desk = useDesk();
  const [cursor] = useState(() => createStore<Cursor>()(() => ({ index: null })));
  const [spoken, setSpoken] = useState('');
  const chart = useRef<Chart | null>(null);
  const { bars, reply } = series;
  const { basis } = reply.series;
  const choices = useMemo(() => computeChosen(bars, basis, settings.indicators), [bars, basis, settings.indicators]);
  const model = useMemo(() => chartModel(series, choices.computed, settings, language, t), [series, choices, settings, language, t]);
  const summary = useMemo(() => chartSummary(series, t), [series, t]);
  const change = (part: Partial<ChartSettings>): void => {
    desk.chartSettings.getState().change(part).catch(desk.notices.getState().showThrown);
  };
  const follow = (index: number | null, byKeys: boolean): void => {
    cursor.setState({ index });
    if (index === null || !byKeys) return;
    const intraday = isIntraday(reply.freq);
    setSpoken(spokenBar(barFacts(bars, index, seriesClock(intraday, reply.zone), intraday), priceDecimals(bars.close), language, t));
  };

  return (
    <>
      <ChartToolbar series={series} state={state} settings={settings} refused={choices.refused} onChange={change} chart={chart} />
      {state.series.state === 'failed' && (
        <p role="alert" className={styles.behind}>
          {t('series.behind', { message: errorText(state.series.error.code, state.series.error.params, language) })}
        </p>
      )}
      <div className={styles.stage}>
        {settings.view === 'chart' ? (
          <ChartView
            model={model}
            summary={summary}
            roleText={t('chart.role')}
            listener={{ cursor: follow, weights: (weights) => change({ weights: Object.fromEntries(weights) }) }}
            onOpen={(opened) => {
              chart.current = opened;
            }}
          />
        ) : (
          <BarsTable series={series} computed={choices.computed} label={summary} onSelect={(index) => cursor.setState({ index })} />
        )}
        <p role="status" className={styles.spoken}>{spoken}</p>
      </div>
      <ProvenanceLine series={series} />
      <Inspector>
        <BarInspector series={series} computed={choices.computed} cursor={cursor} />
      </Inspector>
    </>
  );
}
