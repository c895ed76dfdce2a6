import type { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { contract, type MethodName } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import { visitWireValue } from '../../shared/wire-value.ts';
import type { Clock, Log } from '../ports.ts';
import type { Caller, Handler, Handlers } from './handlers.ts';

/** Answers any call, whatever was sent; it never rejects. */
export type Dispatch = (method: string, input: unknown, caller: Caller) => Promise<Reply<unknown>>;

interface DispatchOptions {
  readonly handlers: Handlers;
  readonly clock: Clock;
  readonly log: Log;
  readonly randomToken: () => string;
  /** A call that takes longer is answered with `app.timeout`; long work belongs in a task. */
  readonly timeoutMs?: number;
}

/** Looks the method up, parses the input, runs the handler and turns whatever happens into a reply. */
export function createDispatch({ handlers, clock, log, randomToken, timeoutMs = 60_000 }: DispatchOptions): Dispatch {
  return async (method, input, caller) => {
    try {
      if (!isMethod(method)) throw new AppError('app.method', { method: method.slice(0, 64) });
      const parsed = parseInput(contract[method].input, input);
      // The name was looked up as an own property, so the handler takes what its schema parsed.
      const handler = handlers[method] as Handler<MethodName>;
      const value = await withTimeout(method, async () => handler(parsed as never, caller));
      // What a transport would change or refuse is a bug on all of them, so that none hides it.
      visitWireValue(value, () => undefined);
      return { ok: true, value };
    } catch (error) {
      return { ok: false, error: toAppError(error, method).toReply() };
    }
  };

  function toAppError(error: unknown, method: string): AppError {
    if (error instanceof AppError) return error;
    const id = randomToken().slice(0, 8);
    log.error('bug', { id, method: method.slice(0, 64), error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return new AppError('app.bug', { id });
  }

  function withTimeout<T>(method: string, run: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = clock.after(timeoutMs, () => reject(new AppError('app.timeout', { method, timeoutMs })));
      run().then(resolve, reject).finally(cancel);
    });
  }
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(contract, name);
}

function parseInput(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new AppError('app.input', { field: issue?.path.join('.') || 'input', problem: (issue?.message ?? 'is not valid').slice(0, 300) });
}
