import { join } from 'node:path';
import { app } from 'electron';

/** A file of the app itself: in a checkout, or in the archive of the installed app. */
export function appFile(...parts: readonly string[]): string {
  return join(app.getAppPath(), ...parts);
}
