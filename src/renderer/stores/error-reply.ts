import { AppError, type ErrorReply } from '../../shared/app-error.ts';

/** What the user is told about anything that was thrown; the transport rejects with an `AppError`, the rest is our own bug. */
export function errorReplyOf(thrown: unknown): ErrorReply {
  if (thrown instanceof AppError) return thrown.toReply();
  const name = thrown instanceof Error ? thrown.name : 'Error';
  return new AppError('app.bug', { id: name }).toReply();
}
