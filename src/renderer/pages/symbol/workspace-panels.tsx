import { useStore } from 'zustand';
import type { DataHeader } from '../../../shared/contract/model-figures.ts';
import { seriesDecimals } from '../../../shared/format/series-decimals.ts';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import { useDesk } from '../../desk-context.ts';
import { useFeedsAge } from '../../freshness/use-feeds-age.ts';
import { useSeriesAge } from '../../freshness/use-series-age.ts';
import { ChanPanel } from './chan-panel.tsx';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSettings } from './chart-settings.ts';
import { CompanyPanel } from './company-panel.tsx';
import { HamaPanel } from './hama-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { AskPanel } from './models/ask-panel.tsx';
import { LevelsPanel } from './models/levels-panel.tsx';
import { anchorOf, type ModelViews } from './models/model-overlays.ts';
import { RiskPanel } from './models/risk-panel.tsx';
import { ScenarioPanel } from './models/scenario-panel.tsx';
import { ScorePanel } from './models/score-panel.tsx';
import type { Models } from './models/use-models.ts';
import { NewsPanel } from './news-panel.tsx';
import { SymbolPanels } from './symbol-panels.tsx';
import type { ChartParts } from './use-chart-parts.ts';

interface WorkspacePanelsProps {
  readonly series: ChartSeries;
  readonly settings: ChartSettings;
  readonly models: Models;
  readonly views: ModelViews;
  readonly chan: ChartParts['chan'];
  readonly freqs: readonly Frequency[];
  /** The day a replay has reached; null where there is none. */
  readonly asOf: string | null;
  /** Shows a bar on the chart. */
  readonly onShow: (index: number) => void;
  readonly onChange: (part: Partial<ChartSettings>) => void;
}

/** The panels under the chart, of the symbol and the day that the chart shows. */
export function WorkspacePanels({ series, settings, models, views, chan, freqs, asOf, onShow, onChange }: WorkspacePanelsProps) {
  const { news } = useDesk();
  const { reply } = series;
  const { symbol } = reply.series;
  const { panel } = settings;
  const decimals = seriesDecimals(series.bars.close);
  const isDrawn = (answer: DataHeader | null, close: number | null | undefined): boolean => answer !== null && anchorOf(series, answer, close ?? null) !== null;
  const seriesAge = useSeriesAge(reply, asOf);
  const feedsAge = useFeedsAge(useStore(news, ({ feeds }) => feeds));
  // The panels tell of the bars, but for two: news are as old as their feeds, and each line of the history has its own day.
  const age = panel === 'news' ? feedsAge : panel === 'history' ? null : seriesAge;
  return (
    <SymbolPanels open={panel} onOpen={(opened) => onChange({ panel: opened })} age={age}>
      {panel === 'score' && <ScorePanel state={models.score} asOf={asOf} />}
      {panel === 'risk' && <RiskPanel state={models.risk} freq={reply.freq} asOf={asOf} />}
      {panel === 'levels' && <LevelsPanel state={models.levels} decimals={decimals} isDrawn={isDrawn(views.levels, views.levels?.close)} />}
      {panel === 'scenario' && <ScenarioPanel state={models.scenario} decimals={decimals} isDrawn={isDrawn(views.scenario, views.scenario?.cone?.close)} />}
      {panel === 'company' && <CompanyPanel symbol={symbol} asOf={asOf} />}
      {panel === 'news' && <NewsPanel symbol={symbol} asOf={asOf} />}
      {panel === 'history' && <HistoryPanel symbol={symbol} asOf={asOf} />}
      {panel === 'ask' && <AskPanel symbol={symbol} asOf={asOf} isIntraday={isIntraday(reply.freq)} />}
      {panel === 'hama' && <HamaPanel series={series} preset={settings.hama.preset} freqs={freqs} isReplay={asOf !== null} />}
      {panel === 'chan' && chan !== null && <ChanPanel series={series} view={chan} options={settings.chan.options} asOf={asOf} onShow={onShow} />}
    </SymbolPanels>
  );
}
