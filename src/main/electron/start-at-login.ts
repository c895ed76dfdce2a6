import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { atomicWrite } from '../files/atomic-write.ts';
import type { Log } from '../ports.ts';

/** Starts the app without its window; the tray is there. */
const hiddenSwitch = '--hidden';

/**
 * Lets the system start the app when the user logs in, or no longer. Windows and macOS keep that themselves; on Linux it is a file of
 * the desktop's autostart folder. Only the installed app does it: a checkout has no place of its own.
 */
export function startAtLogin(on: boolean, environment: NodeJS.ProcessEnv, log: Log): void {
  if (!app.isPackaged) return;
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, args: [hiddenSwitch] });
    return;
  }
  const file = join(environment['XDG_CONFIG_HOME'] ?? join(app.getPath('home'), '.config'), 'autostart', 'chartroom.desktop');
  try {
    if (on) {
      mkdirSync(dirname(file), { recursive: true });
      // An AppImage runs from a mount that is gone after it ends.
      atomicWrite(file, autostartEntry(environment['APPIMAGE'] ?? app.getPath('exe')));
    } else rmSync(file, { force: true });
  } catch (error) {
    log.warn('start-at-login', { error: String(error) });
  }
}

/** A desktop entry; the program's path is quoted as the specification of such files says. */
function autostartEntry(program: string): string {
  const quoted = `"${program.replaceAll(/["`$\\]/g, (character) => `\\${character}`)}"`;
  return `[Desktop Entry]\nType=Application\nName=Chartroom\nExec=${quoted} ${hiddenSwitch}\nTerminal=false\n`;
}

/** Whether this start is the system's own, at log-in. */
export function isHiddenStart(argv: readonly string[]): boolean {
  return argv.includes(hiddenSwitch) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
}
