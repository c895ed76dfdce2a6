import type { MessageKey } from '../../shared/i18n/message-catalog.ts';

/** What keys do on a chart that holds the focus, for the list of keys; `chart-command.ts` reads them. */
export const chartKeys: readonly { readonly title: MessageKey; readonly keys: string }[] = [
  { title: 'keys.chart.bar', keys: '← →' },
  { title: 'keys.chart.page', keys: 'Ctrl+← →' },
  { title: 'keys.chart.ends', keys: 'Home End' },
  { title: 'keys.chart.zoom', keys: 'Ctrl+↑ ↓' },
  { title: 'keys.chart.choose', keys: 'Enter' },
  { title: 'keys.chart.newest', keys: 'Alt+R' },
  { title: 'keys.chart.leave', keys: 'Esc' },
];
