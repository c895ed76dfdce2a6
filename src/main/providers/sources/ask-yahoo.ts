import { AppError } from '../../../shared/app-error.ts';
import { formatUtc, type UtcMs } from '../../../shared/time.ts';
import type { HttpAnswer } from '../http.ts';
import { limitRestMs } from '../http/judge-answer.ts';
import type { Asked } from '../provider.ts';
import { ask, type SourceContext } from '../source-context.ts';
import { yahooSymbol } from './yahoo-symbol.ts';

interface Question<Value> {
  readonly instrument: Asked;
  /** The symbol is put behind it. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Null where the answer says that there is no such symbol. */
  readonly read: (answer: HttpAnswer, symbol: string) => Value | null;
  readonly signal: AbortSignal;
}

/** Asks Yahoo about one instrument. Throws `source.symbolUnknown` where it does not have it. */
export async function askYahoo<Value>(context: SourceContext, { instrument, path, query, read, signal }: Question<Value>): Promise<Value> {
  const symbol = yahooSymbol(instrument);
  const unknown = new AppError('source.symbolUnknown', { source: 'yahoo', symbol: `${instrument.mic}:${instrument.code}` });
  if (symbol === null) throw unknown;
  return ask(context, {
    base: context.base('url'),
    path: `${path}/${encodeURIComponent(symbol)}`,
    query,
    signal,
    read: (answer) => {
      refuseLimit(answer, context.clock.now());
      const value = read(answer, symbol);
      if (value === null) throw unknown;
      return value;
    },
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'network.status' && error.params['status'] === 404) throw unknown;
    throw error;
  });
}

/** The text "Too Many Requests" comes under any status. */
function refuseLimit({ url: { host }, body }: HttpAnswer, now: UtcMs): void {
  if (/^\s*too many requests/i.test(new TextDecoder().decode(body.subarray(0, 60)))) {
    throw new AppError('network.limited', { host, until: formatUtc((now + limitRestMs) as UtcMs) });
  }
}
