/** What a key asks a chart to do. */
export type ChartCommand =
  | 'previousBar' | 'nextBar' | 'previousPage' | 'nextPage' | 'firstBar' | 'lastBar' | 'zoomIn' | 'zoomOut' | 'hideCursor' | 'select' | 'reset' | 'wholeSeries';

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

const plain: Readonly<Record<string, ChartCommand>> = {
  ArrowLeft: 'previousBar', ArrowRight: 'nextBar', Home: 'firstBar', End: 'lastBar', '+': 'zoomIn', '=': 'zoomIn', '-': 'zoomOut',
  _: 'zoomOut', Escape: 'hideCursor', Enter: 'select',
};
const withControl: Readonly<Record<string, ChartCommand>> = {
  ArrowLeft: 'previousPage', ArrowRight: 'nextPage', ArrowUp: 'zoomIn', ArrowDown: 'zoomOut',
};

/** The command of a key press; null for keys that are not the chart's, and while an input method composes. */
export function chartCommand(event: PressedKey): ChartCommand | null {
  if (event.isComposing) return null;
  if (event.altKey) return event.key.toLowerCase() === 'r' ? 'reset' : null;
  return (event.ctrlKey || event.metaKey ? withControl : plain)[event.key] ?? null;
}
