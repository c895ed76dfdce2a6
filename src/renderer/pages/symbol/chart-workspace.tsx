import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { errorText } from '../../../shared/app-error.ts';
import type { DataHeader } from '../../../shared/contract/model-figures.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import type { Chart } from '../../charts/chart.ts';
import type { ChartLayout } from '../../charts/chart-painter.ts';
import type { ChartCommand } from '../../charts/chart-command.ts';
import { ChartView } from '../../charts/chart-view.tsx';
import { seriesClock } from '../../charts/zone-clock.ts';
import { ChartAlertMenu } from '../../alerts/chart-alert-menu.tsx';
import { useDesk } from '../../desk-context.ts';
import { Inspector } from '../../frame/inspector.tsx';
import { useFeedsAge } from '../../freshness/use-feeds-age.ts';
import { useSeriesAge } from '../../freshness/use-series-age.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { barFacts } from './bar-facts.ts';
import { BarInspector } from './bar-inspector.tsx';
import { BarsTable } from './bars-table.tsx';
import { ChanPanel } from './chan-panel.tsx';
import type { ChartSettings } from './chart-settings.ts';
import { chartSummary, spokenBar } from './chart-summary.ts';
import { ChartToolbar } from './chart-toolbar.tsx';
import styles from './chart-workspace.module.css';
import { CompanyPanel } from './company-panel.tsx';
import type { Cursor } from './cursor.ts';
import { DiffersDialog } from './differs-dialog.tsx';
import { HamaPanel } from './hama-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { AskPanel } from './models/ask-panel.tsx';
import { LevelsPanel } from './models/levels-panel.tsx';
import { anchorOf } from './models/model-overlays.ts';
import { RiskPanel } from './models/risk-panel.tsx';
import { ScenarioPanel } from './models/scenario-panel.tsx';
import { ScorePanel } from './models/score-panel.tsx';
import { shownValue, useModels } from './models/use-models.ts';
import { NewsPanel } from './news-panel.tsx';
import { offeredFrequencies } from './offered-frequencies.ts';
import { PaneControls } from './pane-controls.tsx';
import { ProvenanceLine } from './provenance-line.tsx';
import { ReplayBar } from './replay-bar.tsx';
import type { SeriesState } from './series-store.ts';
import type { Replay } from './use-replay.ts';
import { SymbolPanels } from './symbol-panels.tsx';
import { useChartParts } from './use-chart-parts.ts';

interface ChartWorkspaceProps {
  readonly replay: Replay;
  readonly state: SeriesState;
  readonly settings: ChartSettings;
  /** Another of the symbol's stored series was chosen. */
  readonly onSource: (id: number) => void;
}

/** Toolbar, chart or its table twin, panels, and where the data come from. */
export function ChartWorkspace({ replay: { whole, series, bars: replayed, restored, set: setReplay, knownAt }, state, settings, onSource }: ChartWorkspaceProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const desk = useDesk();
  const [cursor] = useState(() => createStore<Cursor>()(() => ({ index: null, selected: null })));
  const [spoken, setSpoken] = useState('');
  const [layout, setLayout] = useState<ChartLayout | null>(null);
  const [asked, setAsked] = useState<{ readonly key: string; readonly index: number } | null>(null);
  const chart = useRef<Chart | null>(null);
  const summary = useMemo(() => chartSummary(series, t), [series, t]);
  const { bars, reply } = series;
  const factsAt = (index: number, of = series) => barFacts(of.bars, index, seriesClock(isIntraday(reply.freq), reply.zone), isIntraday(reply.freq));

  const askWhy = (key: string): void => {
    const { index, selected } = cursor.getState();
    setAsked({ key, index: Math.min(index ?? selected ?? Infinity, bars.time.length - 1) });
  };
  const replayDate = replayed === null ? null : factsAt(bars.time.length - 1).date;
  const models = useModels({ symbol: reply.series.symbol, freq: reply.freq, asOf: replayDate }, settings);
  const views = { levels: shownValue(models.levels), scenario: shownValue(models.scenario) };
  const parts = useChartParts(series, settings, views);
  const askedIndicator = parts.choices.computed.find(({ key }) => key === asked?.key);
  const decimals = seriesDecimals(bars.close);
  const isDrawn = (answer: DataHeader | null, close: number | null | undefined): boolean => answer !== null && anchorOf(series, answer, close ?? null) !== null;

  const seriesAge = useSeriesAge(reply, replayDate);
  const feedsAge = useFeedsAge(useStore(desk.news, ({ feeds }) => feeds));
  // The panels tell of the bars, but for two: news are as old as their feeds, and each line of the history has its own day.
  const panelAge = settings.panel === 'news' ? feedsAge : settings.panel === 'history' ? null : seriesAge;

  const change = (part: Partial<ChartSettings>): void => {
    desk.chartSettings.getState().change(part).catch(desk.notices.getState().showThrown);
  };
  const follow = (index: number | null, byKeys: boolean): void => {
    cursor.setState({ index });
    if (index !== null && byKeys) setSpoken(spokenBar(factsAt(index), seriesDecimals(bars.close), language, t));
  };
  const showBar = (index: number): void => {
    chart.current?.setCursor(index);
    chart.current?.run('select');
  };
  const replayTo = (count: number): void => {
    const known = Math.min(whole.bars.time.length, Math.max(1, count));
    // Nothing is pointed at any more: legend and inspector tell of the bar the replay has reached.
    chart.current?.run('hideCursor');
    setReplay(known);
    setSpoken(spokenBar(factsAt(known - 1, { ...whole, bars: knownAt(known) }), seriesDecimals(whole.bars.close), language, t));
  };
  const startReplay = (): void => {
    const { selected, index } = cursor.getState();
    replayTo((selected ?? index ?? whole.bars.time.length - 1) + 1);
    chart.current?.focus();
  };
  const stepReplay = (by: number): void => replayTo((replayed ?? 1) + by);
  const replayCommand = (command: ChartCommand): boolean => {
    if (replayed === null) return false;
    if (command === 'previousBar') stepReplay(-1);
    else if (command === 'nextBar') stepReplay(1);
    else if (command === 'hideCursor') setReplay(null);
    else return false;
    return true;
  };

  return (
    <>
      <ChartToolbar series={series} state={state} settings={settings} parts={parts} isReplay={replayed !== null} onReplay={replayed === null ? startReplay : () => setReplay(null)} onSource={onSource} onWhy={askWhy} onChange={change} chart={chart} />
      {state.series.state === 'failed' && (
        <p role="alert" className={styles.behind}>
          {t('series.behind', { message: errorText(state.series.error.code, state.series.error.params, language) })}
        </p>
      )}
      {replayed !== null && replayDate !== null && <ReplayBar date={replayDate} bar={replayed} bars={whole.bars.time.length} restored={restored} onStep={stepReplay} onEnd={() => setReplay(null)} />}
      <ChartAlertMenu symbol={reply.series.symbol} freq={reply.freq} decimals={decimals} priceUnder={() => chart.current?.cursorPrice() ?? null}>
        <div className={styles.stage}>
          {settings.view === 'chart' ? (
            <ChartView
              model={parts.model}
              summary={summary}
              roleText={t('chart.role')}
              listener={{ layout: setLayout, cursor: follow, select: (index) => cursor.setState({ selected: index }), command: replayCommand, weights: (weights) => change({ weights: Object.fromEntries(weights) }) }}
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
      <SymbolPanels open={settings.panel} onOpen={(panel) => change({ panel })} age={panelAge}>
        {settings.panel === 'score' && <ScorePanel state={models.score} asOf={replayDate} />}
        {settings.panel === 'risk' && <RiskPanel state={models.risk} freq={reply.freq} asOf={replayDate} />}
        {settings.panel === 'levels' && <LevelsPanel state={models.levels} decimals={decimals} isDrawn={isDrawn(views.levels, views.levels?.close)} />}
        {settings.panel === 'scenario' && <ScenarioPanel state={models.scenario} decimals={decimals} isDrawn={isDrawn(views.scenario, views.scenario?.cone?.close)} />}
        {settings.panel === 'company' && <CompanyPanel symbol={reply.series.symbol} asOf={replayDate} />}
        {settings.panel === 'news' && <NewsPanel symbol={reply.series.symbol} asOf={replayDate} />}
        {settings.panel === 'history' && <HistoryPanel symbol={reply.series.symbol} asOf={replayDate} />}
        {settings.panel === 'ask' && <AskPanel symbol={reply.series.symbol} asOf={replayDate} isIntraday={isIntraday(reply.freq)} />}
        {settings.panel === 'hama' && <HamaPanel series={series} preset={settings.hama.preset} freqs={offeredFrequencies(state.stored)} isReplay={replayed !== null} />}
        {settings.panel === 'chan' && parts.chan !== null && <ChanPanel series={series} view={parts.chan} options={settings.chan.options} asOf={replayDate} onShow={showBar} />}
      </SymbolPanels>
      <ProvenanceLine series={series} replayDate={replayDate} />
      <Inspector>
        <BarInspector series={series} computed={parts.choices.computed} overlays={parts.overlays} chan={parts.chan} cursor={cursor} onWhy={askWhy} />
      </Inspector>
      {asked !== null && askedIndicator !== undefined && <DiffersDialog series={series} computed={askedIndicator} input={parts.input} index={asked.index} onClose={() => setAsked(null)} />}
    </>
  );
}
