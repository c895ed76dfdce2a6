import { useState } from 'react';
import type { ErrorReply } from '../../shared/app-error.ts';
import { errorReplyOf } from '../stores/error-reply.ts';

/** Runs a change of a dialog: busy while it runs, and what went wrong. */
export function useChange(): { readonly isBusy: boolean; readonly error: ErrorReply | null; readonly run: (work: () => Promise<void>) => void } {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorReply | null>(null);
  const run = (work: () => Promise<void>): void => {
    setBusy(true);
    setError(null);
    work()
      .catch((thrown: unknown) => setError(errorReplyOf(thrown)))
      .finally(() => setBusy(false));
  };
  return { isBusy, error, run };
}
