import { AppError } from '../../../shared/app-error.ts';
import { checkUrl, type UrlRules } from './check-url.ts';
import { refusedAddressCode, type Dispatchers } from './dispatchers.ts';
import { readBody } from './read-body.ts';

export interface Sent {
  readonly url: URL;
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
}

interface Sending {
  readonly dispatchers: Dispatchers;
  readonly rules: UrlRules;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent to the first origin only: a redirect elsewhere must not carry them. */
  readonly ownHeaders: Readonly<Record<string, string>>;
  /** Whether a redirect may leave for another public host. */
  readonly roams: boolean;
  readonly limitBytes: number;
  readonly signal: AbortSignal;
}

const maxHops = 3;

/**
 * One request, redirects followed by hand: each hop passes the same checks again and none goes from https to http. Answers any status
 * but a redirect. Throws `network.address`, `network.redirect`, `network.unreachable`, `network.size`, `network.truncated`, or the
 * signal's reason.
 */
export async function sendOnce(first: URL, { dispatchers, rules, headers, ownHeaders, roams, limitBytes, signal }: Sending): Promise<Sent> {
  const { request } = await import('undici');
  let url = first;
  for (let hop = 0; hop <= maxHops; hop++) {
    const { host } = url;
    const dispatcher = await dispatchers.for(url, checkUrl(url, rules));
    const sameOrigin = url.origin === first.origin;
    const answer = await request(url, { dispatcher, signal, headers: sameOrigin ? { ...headers, ...ownHeaders } : headers }).catch((error: unknown) => {
      throw connectionError(error, host, signal);
    });
    const header = (name: string): string | null => one(answer.headers[name]);
    const location = header('location');
    if (answer.statusCode < 300 || answer.statusCode > 399 || answer.statusCode === 304 || location === null) {
      if (Number(header('content-length') ?? 0) > limitBytes) {
        answer.body.on('error', () => undefined).destroy();
        throw new AppError('network.size', { host, limitBytes });
      }
      const body = await readBody(answer.body, header('content-encoding'), { host, limitBytes }).catch((error: unknown) => {
        throw connectionError(error, host, signal);
      });
      return { url, status: answer.statusCode, header, body };
    }
    answer.body.on('error', () => undefined).destroy();
    url = nextHop(url, location, { from: first, roams });
  }
  throw new AppError('network.redirect', { host: first.host });
}

function nextHop(url: URL, location: string, { from, roams }: { readonly from: URL; readonly roams: boolean }): URL {
  const refused = new AppError('network.redirect', { host: from.host });
  if (!URL.canParse(location, url.href)) throw refused;
  const next = new URL(location, url);
  if (next.protocol !== url.protocol || (!roams && next.host !== from.host)) throw refused;
  return next;
}

function connectionError(error: unknown, host: string, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
  if (code === refusedAddressCode) return new AppError('network.address', { host }, { cause: error });
  if (code.endsWith('_TIMEOUT')) return new AppError('network.timeout', { host, seconds: 20 }, { cause: error });
  return new AppError('network.unreachable', { host, problem: code }, { cause: error });
}

function one(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
