import type { TaskEvent } from './tasks.ts';

/** Events say what changed; the renderer asks again. */
export type AppEvent =
  | { readonly type: 'task'; readonly event: TaskEvent }
  /** Instruments or bars changed; `symbols` null means many. */
  | { readonly type: 'data'; readonly version: number; readonly symbols: readonly string[] | null }
  /** News were fetched. */
  | { readonly type: 'news' }
  /** Alerts changed; `fired` are the new lines of their log. */
  | { readonly type: 'alerts'; readonly fired: readonly number[] }
  /** A job began, ended or was changed. */
  | { readonly type: 'jobs' }
  | { readonly type: 'settings'; readonly keys: readonly string[] }
  /** The user's own lists changed. */
  | { readonly type: 'watchlists' }
  | { readonly type: 'portfolios' }
  /** Another workspace was opened: nothing that was read before holds. */
  | { readonly type: 'workspace'; readonly demo: boolean }
  /** The user clicked a note: the page shows the alert it told of. */
  | { readonly type: 'openAlert'; readonly alert: number }
  /** The system's menu asks the page to do something it also does by key. */
  | { readonly type: 'command'; readonly command: MenuCommand };

export type MenuCommand = 'import' | 'settings' | 'palette' | 'tasks' | 'keys';
