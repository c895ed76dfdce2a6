import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createStore } from 'zustand/vanilla';
import { errorText } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import type { Chart } from '../../charts/chart.ts';
import type { ChartLayout } from '../../charts/chart-painter.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { seriesClock } from '../../charts/zone-clock.ts';
import { ChartAlertMenu } from '../../alerts/chart-alert-menu.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { barFacts } from './bar-facts.ts';
import { BarInspector } from './bar-inspector.tsx';
import { BarsTable } from './bars-table.tsx';
import type { ChartSettings } from './chart-settings.ts';
import { chartSummary, spokenBar } from './chart-summary.ts';
import { ChartToolbar } from './chart-toolbar.tsx';
import styles from './chart-workspace.module.css';
import type { Cursor } from './cursor.ts';
import { DiffersDialog } from './differs-dialog.tsx';
import { shownValue, useModels } from './models/use-models.ts';
import { offeredFrequencies } from './offered-frequencies.ts';
import { PaneControls } from './pane-controls.tsx';
import { ProvenanceLine } from './provenance-line.tsx';
import { ReplayBar } from './replay-bar.tsx';
import type { SeriesState } from './series-store.ts';
import type { Replay } from './use-replay.ts';
import { useChartParts } from './use-chart-parts.ts';
import { useReplaySteps } from './use-replay-steps.ts';
import { WorkspacePanels } from './workspace-panels.tsx';

interface ChartWorkspaceProps {
  readonly replay: Replay;
  readonly state: SeriesState;
  readonly settings: ChartSettings;
  /** Another of the symbol's stored series was chosen. */
  readonly onSource: (id: number) => void;
}

/** Toolbar, chart or its table twin, panels, and where the data come from. */
export function ChartWorkspace({ replay, state, settings, onSource }: ChartWorkspaceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const desk = useDesk();
  const [cursor] = useState(() => createStore<Cursor>()(() => ({ index: null, selected: null })));
  const [spoken, setSpoken] = useState('');
  const [layout, setLayout] = useState<ChartLayout | null>(null);
  const [asked, setAsked] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const chart = useRef<Chart | null>(null);
  const { whole, series, bars: replayed, restored } = replay;
  const summary = useMemo(() => chartSummary(series, t), [series, t]);
  const { bars, reply } = series;
  const isReplay = replayed !== null;
  const intraday = isIntraday(reply.freq);
  const factsAt = (of: BarColumns, index: number) => barFacts(of, index, seriesClock(intraday, reply.zone), intraday);
  const speak = (of: BarColumns, index: number): void => setSpoken(spokenBar(factsAt(of, index), seriesDecimals(of.close), language, t));

  const replayDate = isReplay ? factsAt(bars, bars.time.length - 1).date : null;
  const models = useModels({ symbol: reply.series.symbol, freq: reply.freq, asOf: replayDate }, settings);
  const views = { levels: shownValue(models.levels), scenario: shownValue(models.scenario) };
  const parts = useChartParts(series, settings, views);
  const askedIndicator = parts.choices.computed.find(({ key }) => key === asked?.key);
  const steps = useReplaySteps(replay, { chart, cursor, speak });

  const askWhy = (key: string): void => {
    const { index, selected } = cursor.getState();
    setAsked({ key, index: Math.min(index ?? selected ?? Infinity, bars.time.length - 1) });
  };
  const change = (part: Partial<ChartSettings>): void => {
    desk.chartSettings.getState().change(part).catch(desk.notices.getState().showThrown);
  };
  const follow = (index: number | null, byKeys: boolean): void => {
    cursor.setState({ index });
    if (index !== null && byKeys) speak(bars, index);
  };
  const showBar = (index: number): void => {
    chart.current?.setCursor(index);
    chart.current?.run('select');
  };

  return (
    <>
      <ChartToolbar series={series} state={state} settings={settings} parts={parts} isReplay={isReplay} onReplay={isReplay ? steps.end : steps.start} onSource={onSource} onWhy={askWhy} onChange={change} chart={chart} />
      {state.series.state === 'failed' && (
        <p role="alert" className={styles.behind}>
          {t('series.behind', { message: errorText(state.series.error.code, state.series.error.params, language) })}
        </p>
      )}
      {replayed !== null && replayDate !== null && <ReplayBar date={replayDate} bar={replayed} bars={whole.bars.time.length} restored={restored} onStep={steps.step} onEnd={steps.end} />}
      <ChartAlertMenu symbol={reply.series.symbol} freq={reply.freq} decimals={seriesDecimals(bars.close)} priceUnder={() => chart.current?.cursorPrice() ?? null}>
        <div className={styles.stage}>
          {settings.view === 'chart' ? (
            <ChartView
              model={parts.model}
              summary={summary}
              roleText={t('chart.role')}
              listener={{ layout: setLayout, cursor: follow, select: (index) => cursor.setState({ selected: index }), command: steps.command, weights: (weights) => change({ weights: Object.fromEntries(weights) }) }}
              onOpen={(opened) => {
                chart.current = opened;
              }}
            >
              <PaneControls layout={layout} computed={parts.choices.computed} settings={settings} onChange={change} />
            </ChartView>
          ) : (
            <BarsTable series={series} computed={parts.choices.computed} label={summary} onSelect={(selected) => cursor.setState({ selected })} />
          )}
          <p role="status" className={styles.spoken}>{spoken}</p>
        </div>
      </ChartAlertMenu>
      <WorkspacePanels series={series} settings={settings} models={models} views={views} chan={parts.chan} freqs={offeredFrequencies(state.stored)} asOf={replayDate} onShow={showBar} onChange={change} />
      <ProvenanceLine series={series} replayDate={replayDate} />
      <Inspector>
        <BarInspector series={series} computed={parts.choices.computed} overlays={parts.overlays} chan={parts.chan} cursor={cursor} onWhy={askWhy} />
      </Inspector>
      {asked !== null && askedIndicator !== undefined && <DiffersDialog series={series} computed={askedIndicator} input={parts.input} index={asked.index} onClose={() => setAsked(null)} />}
    </>
  );
}
