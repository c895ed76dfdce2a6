import type { BarSource } from './bar-source.ts';
import type { HandlersOf } from './handlers.ts';
import { readBars } from './read-bars.ts';
import { readRevisions } from './read-revisions.ts';
import { resolveInstrument } from './resolve-symbol.ts';
import { seriesInfo } from './series-info.ts';

/** Series and their bars, at the frequency and adjustment asked for. */
export function barsHandlers(source: BarSource): HandlersOf<'bars'> & HandlersOf<'series'> {
  return {
    'series.list': ({ symbol }) => {
      const { store } = source;
      const instrument = resolveInstrument(symbol, store.read.instruments());
      return store.read.seriesOf(instrument.id).map((series) => seriesInfo(instrument, series));
    },
    'bars.read': (input) => readBars(source, input),
    'bars.revisions': (input) => readRevisions(source, input),
  };
}
