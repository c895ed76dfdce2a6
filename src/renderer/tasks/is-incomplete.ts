import type { RefreshResult } from '../../shared/contract/refresh.ts';

/** Whether a refresh that ran to its end left symbols out: then it is no success. */
export function isIncomplete({ failed, stale }: Pick<RefreshResult, 'failed' | 'stale'>): boolean {
  return failed + stale > 0;
}
