import { AppError } from '../../shared/app-error.ts';
import type { JobFailure } from '../../shared/contract/jobs.ts';
import type { CacheAnswer } from '../cache/cache-request.ts';

/**
 * The answer to a question of the cache, null without one. What its sources failed with is added to `failures`, also where an older
 * answer stands in for theirs. Throws when the work was cancelled, and what is no `AppError`.
 */
export async function settleAnswer<Value>(question: Promise<CacheAnswer<Value>>, subject: string, failures: JobFailure[], signal: AbortSignal): Promise<CacheAnswer<Value> | null> {
  try {
    const answer = await question;
    if (answer.problem !== null) failures.push({ subject, error: answer.problem.toReply() });
    return answer;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof AppError)) throw error;
    failures.push({ subject, error: error.toReply() });
    return null;
  }
}
