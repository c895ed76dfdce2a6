import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the user's workspace lies when no profile is named: each system's usual place for an app's data. */
export function defaultProfile(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform, home = homedir()): string {
  const named = environment['CHARTROOM_PROFILE'];
  if (named !== undefined && named !== '') return named;
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Chartroom');
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Chartroom');
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'chartroom');
  }
}
