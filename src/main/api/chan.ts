import { AppError } from '../../shared/app-error.ts';
import type { ChanLogKeeper } from '../chan-log/chan-log-keeper.ts';
import { analysisSource } from './analyze/analysis-source.ts';
import { parseConfig } from './analyze/chan-part.ts';
import { resonancePart } from './analyze/resonance-part.ts';
import type { BarSource } from './bar-source.ts';
import type { HandlersOf } from './handlers.ts';

/** Chan over more than one day or timeframe. Where no log can be kept (a workspace open for reading) those that are there are shown. */
export function chanHandlers(from: BarSource, keeper: ChanLogKeeper | null): HandlersOf<'chan'> {
  const { store } = from;
  return {
    'chan.resonance': ({ config = '{}', ...input }) => resonancePart(analysisSource(from, input), { asOf: input.asOf, overrides: parseConfig(config) }, from),
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
