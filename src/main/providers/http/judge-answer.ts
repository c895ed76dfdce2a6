import { AppError } from '../../../shared/app-error.ts';
import { formatUtc, type UtcMs } from '../../../shared/time.ts';
import { retryAfterMs } from './retry-delay.ts';
import type { Sent } from './send-once.ts';

/** An origin that limits without saying for how long is left alone this long once the tries are used up. */
export const limitRestMs = 300_000;

/** Throws what is wrong with an answer before its body is read: its status, or that it is a page and not data. */
export function judgeAnswer({ url, status, header, body }: Sent, types: readonly string[], now: UtcMs): void {
  const { host } = url;
  if (status === 429 || status === 418 || (status === 503 && header('retry-after') !== null)) {
    throw new AppError('network.limited', { host, until: formatUtc((now + (retryAfterMs(header('retry-after'), now) ?? limitRestMs)) as UtcMs) });
  }
  if (status < 200 || status > 299) throw new AppError('network.status', { host, status });
  const type = (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (types.length > 0 && type !== '' && !types.includes(type)) throw new AppError('network.type', { host, type });
  if (/^\s*(<!doctype html|<html)/i.test(Buffer.from(body.subarray(0, 200)).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''))) {
    throw new AppError('network.type', { host, type: 'HTML' });
  }
}
