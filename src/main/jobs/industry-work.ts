import { contract } from '../../shared/contract/contract.ts';
import type { StoreReader } from '../store/store.ts';
import type { AskUniverse } from '../universe/universe-answers.ts';
import type { JobWork } from './job-work.ts';

/** Asks for the tables that the Industries page opens with, so that the universe is loaded and ranked before anyone waits for it. */
export function industryWork(ask: AskUniverse, read: Pick<StoreReader, 'memberships'>): NonNullable<JobWork['industries']> {
  return async (signal) => {
    if (read.memberships().length === 0) return { done: 0, failures: [] };
    await ask('industries.trend', contract['industries.trend'].input.parse({}));
    signal.throwIfAborted();
    await ask('industries.heat', contract['industries.heat'].input.parse({}));
    return { done: 2, failures: [] };
  };
}
