import { AppError } from '../../../shared/app-error.ts';
import type { UtcMs } from '../../../shared/time.ts';
import type { Clock } from '../../ports.ts';
import type { HttpReply, HttpRequest, Validators } from '../http.ts';
import type { UrlRules } from './check-url.ts';
import type { Dispatchers } from './dispatchers.ts';
import { judgeAnswer } from './judge-answer.ts';
import type { NetworkLedger } from './network-ledger.ts';
import { publicPath } from './public-path.ts';
import { retryAfterMs } from './retry-delay.ts';
import { sendOnce, type Sent } from './send-once.ts';

interface AttemptContext {
  readonly clock: Clock;
  readonly dispatchers: Dispatchers;
  readonly rules: UrlRules;
  readonly ledger: NetworkLedger;
  readonly userAgent: () => string;
  readonly deadlineMs: number;
}

export interface FailedAttempt {
  readonly state: 'failed';
  readonly error: unknown;
  /** How long the origin asked to be left alone; null when it did not say. */
  readonly waitMs: number | null;
}

const usualLimitBytes = 32_000_000;

/** One try under its deadline. Whatever comes of it stands in the ledger. */
export async function attempt<Value>(
  { clock, dispatchers, rules, ledger, userAgent, deadlineMs }: AttemptContext,
  url: URL,
  request: HttpRequest<Value>,
  signal: AbortSignal,
): Promise<HttpReply<Value> | FailedAttempt> {
  const at = clock.now();
  const { types } = request;
  const deadline = new AbortController();
  const cancel = clock.after(deadlineMs, () => deadline.abort(new AppError('network.timeout', { host: url.host, seconds: deadlineMs / 1_000 })));
  let sent: Sent | null = null;
  const note = (outcome: string): void => {
    const [status, bytes] = sent === null ? [null, 0] : [sent.status, sent.body.length];
    ledger.add({ at, host: url.host, path: publicPath(url, Object.keys(request.secretQuery ?? {})), ms: clock.now() - at, status, bytes, outcome });
  };
  try {
    sent = await sendOnce(url, {
      dispatchers,
      rules,
      headers: { 'user-agent': userAgent(), 'accept-encoding': 'gzip, deflate, br', accept: types.length === 0 ? '*/*' : `${types.join(', ')}, */*;q=0.1` },
      ownHeaders: { ...request.headers, ...conditions(request.validators) },
      roams: request.roams ?? false,
      limitBytes: request.limitBytes ?? usualLimitBytes,
      signal: AbortSignal.any([signal, deadline.signal]),
    });
    if (sent.status === 304 && request.validators !== undefined) {
      note('unchanged');
      return { state: 'unchanged' };
    }
    judgeAnswer(sent, types, clock.now());
    const value = request.read(sent);
    note('ok');
    return { state: 'fresh', value, validators: { etag: sent.header('etag'), lastModified: sent.header('last-modified') } };
  } catch (error) {
    note(error instanceof AppError ? error.code : 'app.bug');
    return { state: 'failed', error, waitMs: sent === null ? null : retryAfterMs(sent.header('retry-after'), clock.now() as UtcMs) };
  } finally {
    cancel();
  }
}

function conditions(validators: Validators | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (typeof validators?.etag === 'string') headers['if-none-match'] = validators.etag;
  if (typeof validators?.lastModified === 'string') headers['if-modified-since'] = validators.lastModified;
  return headers;
}
