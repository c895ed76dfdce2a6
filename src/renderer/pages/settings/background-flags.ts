import type { AppInfo } from '../../../shared/contract/app.ts';

/** What of running in the background a host can do: only the desktop app has a tray, and on macOS an app outlives its windows anyway. */
export function backgroundFlags({ host, platform }: Pick<AppInfo, 'host' | 'platform'>): readonly ('closeToTray' | 'startAtLogin')[] {
  if (host !== 'electron') return [];
  return platform === 'darwin' ? ['startAtLogin'] : ['closeToTray', 'startAtLogin'];
}
