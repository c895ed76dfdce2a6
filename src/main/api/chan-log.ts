import { AppError } from '../../shared/app-error.ts';
import type { ChanLogKeeper } from '../chan-log/chan-log-keeper.ts';
import type { Store } from '../store/store.ts';
import type { HandlersOf } from './handlers.ts';

/** The kept first-seen logs. Where none can be kept (a workspace open for reading) those that are there are shown. */
export function chanLogHandlers(store: Store, keeper: ChanLogKeeper | null): HandlersOf<'chan'> {
  return {
    'chan.log': async ({ series }) => {
      if (store.read.seriesById(series) === null) throw new AppError('bars.series', { series, symbol: '–' });
      await keeper?.open(series);
      const log = store.read.chanLog(series);
      if (log === null) return null;
      const { basis, factorVersion, knownTo, entries } = log;
      return { basis, factorVersion, knownTo, entries };
    },
  };
}
