import type { MenuItemConstructorOptions } from 'electron';
import type { UtcMs } from '../../shared/time.ts';
import type { DesktopTexts } from './desktop-texts.ts';

/** What the tray tells. */
export interface TrayState {
  readonly tasks: number;
  /** 0–1 of all tasks under way; null where it cannot be told. */
  readonly share: number | null;
  readonly paused: boolean;
  readonly offline: boolean;
  /** Sources left alone because they kept failing, and jobs that keep failing. */
  readonly failing: { readonly sources: number; readonly jobs: number };
  readonly lastRefresh: { readonly at: UtcMs; readonly upToDate: number; readonly symbols: number } | null;
}

interface TrayActions {
  readonly refresh: () => void;
  readonly pause: (paused: boolean) => void;
  readonly open: () => void;
  readonly quit: () => void;
}

/** Status and last refresh, Refresh now, Pause, Open, Quit. `timeText` writes a moment as the user reads it. */
export function trayMenu(state: TrayState, texts: DesktopTexts, actions: TrayActions, timeText: (at: UtcMs) => string): MenuItemConstructorOptions[] {
  return [
    { label: trayStatus(state, texts), enabled: false },
    { label: refreshText(state, texts, timeText), enabled: false },
    { type: 'separator' },
    { label: texts.refreshNow, enabled: !state.offline, click: actions.refresh },
    { label: state.paused ? texts.resume : texts.pause, click: () => actions.pause(!state.paused) },
    { type: 'separator' },
    { label: texts.openWindow, click: actions.open },
    { label: texts.quit, click: actions.quit },
  ];
}

/** One line: what goes on now. */
export function trayStatus({ tasks, share, paused, offline, failing }: TrayState, texts: DesktopTexts): string {
  if (tasks > 0) return texts.working.replace('{count}', String(tasks)).replace('{share}', share === null ? '…' : `${Math.floor(share * 100)}%`);
  if (offline || paused) return offline ? texts.offline : texts.paused;
  const told = (text: string, count: number): string[] => (count > 0 ? [text.replace('{count}', String(count))] : []);
  return [...told(texts.failingSources, failing.sources), ...told(texts.failingJobs, failing.jobs)].join(' · ') || texts.idle;
}

function refreshText({ lastRefresh }: TrayState, texts: DesktopTexts, timeText: (at: UtcMs) => string): string {
  if (lastRefresh === null) return texts.neverRefreshed;
  const { at, upToDate, symbols } = lastRefresh;
  return texts.lastRefresh.replace('{time}', timeText(at)).replace('{upToDate}', String(upToDate)).replace('{symbols}', String(symbols));
}
