import { Camera, ChartCandlestick, ChevronsRight, Copy, History, Maximize2, Table2 } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ErrorReply } from '../../../shared/app-error.ts';
import { isIntraday } from '../../../shared/frequency.ts';
import type { Chart } from '../../charts/chart.ts';
import { scaleRefusal, type ScaleKind } from '../../charts/price-scale.ts';
import { classNames } from '../../components/class-names.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { tableText } from '../../components/table-text.ts';
import { useDesk } from '../../desk-context.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { AdjustmentMenu } from './adjustment-menu.tsx';
import { barColumns, barRows } from './bars-table.tsx';
import { ChoiceMenu } from './choice-menu.tsx';
import type { ChartSeries } from './chart-series.ts';
import type { ChartSettings } from './chart-settings.ts';
import styles from './chart-toolbar.module.css';
import { FrequencyTools } from './frequency-tools.tsx';
import { IndicatorMenu } from './indicator-menu.tsx';
import { offeredFrequencies } from './offered-frequencies.ts';
import { OverlayMenu } from './overlay-menu.tsx';
import { markPicture } from './mark-picture.ts';
import { savePicture } from './save-picture.ts';
import type { SeriesState } from './series-store.ts';
import { SourceMenu } from './source-menu.tsx';
import type { ChartParts } from './use-chart-parts.ts';

interface ChartToolbarProps {
  readonly series: ChartSeries;
  readonly state: SeriesState;
  readonly settings: ChartSettings;
  readonly parts: ChartParts;
  readonly isReplay: boolean;
  readonly onReplay: () => void;
  readonly onSource: (id: number) => void;
  /** Asks why an indicator's figure differs from another program's. */
  readonly onWhy: (key: string) => void;
  readonly onChange: (part: Partial<ChartSettings>) => void;
  readonly chart: RefObject<Chart | null>;
}

const scales: readonly ScaleKind[] = ['linear', 'log', 'percent'];

/** One row: what is shown and how. Only what exists for this series is offered; what is refused says why. */
export function ChartToolbar({ series, state, settings, parts, isReplay, onReplay, onSource, onWhy, onChange, chart }: ChartToolbarProps) {
  const { t } = useTranslation();
  const { notices, health } = useDesk();
  const isDemo = useStore(health, (state) => state.info?.demo ?? false);
  const language = useLanguage();
  const { bars, reply } = series;
  const offered = offeredFrequencies(state.stored);
  const isCrowded = offered.some(isIntraday) || state.stored.filter(({ bars: count }) => count > 0).length > 1;
  const scale = scaleRefusal(settings.scale, bars, reply.series.basis) === null ? settings.scale : 'linear';
  const takePicture = (): void => {
    if (chart.current === null) return;
    const picture = chart.current.picture();
    const whole = isDemo ? markPicture(picture, t('top.demo')) : Promise.resolve(picture);
    whole.then((url) => savePicture(url, reply.series.symbol, reply.freq)).catch(notices.getState().showThrown);
  };
  const copyTable = (): void => {
    navigator.clipboard.writeText(tableText(barColumns(series, parts.choices.computed, t, language), barRows(series))).catch(notices.getState().showThrown);
  };
  return (
    <div role="toolbar" aria-label={t('chart.toolbar')} className={classNames(styles.toolbar, isCrowded && styles.crowded)}>
      <FrequencyTools value={offered.includes(settings.freq) ? settings.freq : reply.freq} offered={offered} onChange={(freq) => onChange({ freq })} />
      <span className={styles.divider} />
      <SourceMenu current={reply.series} stored={state.stored} freq={reply.freq} onChange={onSource} />
      <AdjustmentMenu value={reply.adjust} allowed={reply.adjustments} onChange={(adjust) => onChange({ adjust })} />
      <span className={styles.divider} />
      <ChoiceMenu
        label={t('chart.scale')}
        text={t(`chart.scale.${scale}`)}
        value={scale}
        tools={scales.map((candidate) => {
          const refusal = scaleRefusal(candidate, bars, reply.series.basis);
          return { value: candidate, label: t(`chart.scale.${candidate}`), refusal: refusal === null ? undefined : t(`chart.refused.${refusal}`) };
        })}
        onChange={(chosen) => onChange({ scale: chosen })}
      />
      <span className={styles.divider} />
      <IndicatorMenu settings={settings} refused={parts.choices.refused} onWhy={onWhy} onChange={onChange} />
      <OverlayMenu settings={settings} refusals={{ hama: refusalOf(parts.hama), chan: refusalOf(parts.chan), float: parts.missing.get('floatShares') ?? null }} onChange={onChange} />
      <span className={styles.space} />
      {settings.view === 'chart' ? (
        <>
          <IconButton label={t('chart.replay')} aria-pressed={isReplay} icon={<History size={16} aria-hidden />} onClick={onReplay} />
          <span className={styles.extra}>
          <IconButton label={t('chart.whole')} icon={<Maximize2 size={16} aria-hidden />} onClick={() => chart.current?.run('wholeSeries')} />
          <IconButton label={t('chart.newest')} keys="Alt+R" icon={<ChevronsRight size={16} aria-hidden />} onClick={() => chart.current?.run('reset')} />
          </span>
          <span className={styles.picture}>
            <IconButton label={t('chart.snapshot')} icon={<Camera size={16} aria-hidden />} onClick={takePicture} />
          </span>
        </>
      ) : (
        <IconButton label={t('chart.copyTable')} icon={<Copy size={16} aria-hidden />} onClick={copyTable} />
      )}
      <span className={styles.divider} />
      <IconButton label={t('chart.view.chart')} aria-pressed={settings.view === 'chart'} icon={<ChartCandlestick size={16} aria-hidden />} onClick={() => onChange({ view: 'chart' })} />
      <IconButton label={t('chart.view.table')} aria-pressed={settings.view === 'table'} icon={<Table2 size={16} aria-hidden />} onClick={() => onChange({ view: 'table' })} />
    </div>
  );
}

function refusalOf(view: ChartParts['hama'] | ChartParts['chan']): ErrorReply | null {
  return view?.kind === 'refused' ? view.error : null;
}
