import { AppError } from '../../shared/app-error.ts';
import type { Reply } from '../../shared/contract/reply.ts';

/** The value of a reply; a failed one is thrown as the AppError it was in main. */
export function settleReply<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  throw new AppError(reply.error.code, reply.error.params);
}
