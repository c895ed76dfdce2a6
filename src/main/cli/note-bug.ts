import { join } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { defaultProfile } from '../node/default-profile.ts';
import { createFileLog } from '../node/file-log.ts';
import { nodeClock } from '../node/node-clock.ts';
import { randomToken } from '../node/random-token.ts';

/** Logs a bug for whoever mends it, and gives what the user is told. */
export function noteBug(error: unknown, environment: NodeJS.ProcessEnv): AppError {
  const id = randomToken().slice(0, 8);
  const log = createFileLog(join(defaultProfile(environment), 'logs', 'cli.log'), { clock: nodeClock });
  log.error('bug', { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  return new AppError('app.bug', { id });
}
