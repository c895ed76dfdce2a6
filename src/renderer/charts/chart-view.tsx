import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { openChart, type Chart, type ChartListener } from './chart.ts';
import type { ChartLayout } from './chart-painter.ts';
import type { ChartModel } from './chart-model.ts';
import type { ViewWindow } from './view-window.ts';
import type { ChartCommand } from './chart-command.ts';
import './chart.css';

interface ChartViewProps {
  readonly model: ChartModel;
  /** What a screen reader says of the whole chart. */
  readonly summary: string;
  readonly roleText: string;
  readonly listener?: ChartListener;
  /** Receives the chart while it is open, to drive it from outside. */
  readonly onOpen?: (chart: Chart | null) => void;
  readonly children?: ReactNode;
}

/** A chart as a component: it owns the canvas, takes keys while focused and leaves everything else to `openChart`. */
export function ChartView({ model, summary, roleText, listener, onOpen, children }: ChartViewProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const onOpened = useEffectEvent((opened: Chart | null) => onOpen?.(opened));
  const onCursor = useEffectEvent((index: number | null, byKeys: boolean) => listener?.cursor?.(index, byKeys));
  const onWindow = useEffectEvent((window: ViewWindow) => listener?.window?.(window));
  const onSelect = useEffectEvent((index: number | null) => listener?.select?.(index));
  const onCommand = useEffectEvent((command: ChartCommand) => listener?.command?.(command) ?? false);
  const onLayout = useEffectEvent((layout: ChartLayout) => listener?.layout?.(layout));
  const onWeights = useEffectEvent((weights: ReadonlyMap<string, number>) => listener?.weights?.(weights));

  useEffect(() => {
    if (host.current === null) return undefined;
    const opened = openChart(host.current, {
      cursor: (index, byKeys) => onCursor(index, byKeys),
      window: (window) => onWindow(window),
      select: (index) => onSelect(index),
      command: (command) => onCommand(command),
      layout: (layout) => onLayout(layout),
      weights: (weights) => onWeights(weights),
    });
    chart.current = opened;
    onOpened(opened);
    return () => {
      opened.close();
      chart.current = null;
      onOpened(null);
    };
  }, []);

  useEffect(() => chart.current?.show(model), [model]);

  return (
    <div ref={host} className="chart" role="application" aria-roledescription={roleText} aria-label={summary}>
      {children}
    </div>
  );
}
