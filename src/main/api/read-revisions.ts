import { pastViews } from '../../analysis/series/past-views.ts';
import { allocateBars } from '../../shared/bars.ts';
import { AppError } from '../../shared/app-error.ts';
import type { RevisionsReply } from '../../shared/contract/bars.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { BarSource } from './bar-source.ts';
import { adjustedBars, atFrequency } from './bar-views.ts';
import { resolveInstrument } from './resolve-symbol.ts';

/** What later corrections replaced, at a frequency and adjustment of a series. Throws `symbol.*`, `bars.*`. */
export function readRevisions({ store, calendarById }: BarSource, { symbol, series: id, freq, adjust }: ParsedInput<'bars.revisions'>): RevisionsReply {
  const instrument = resolveInstrument(symbol, store.read.instruments());
  const series = store.read.seriesOf(instrument.id).find((one) => one.id === id);
  if (series === undefined) throw new AppError('bars.series', { series: id, symbol: instrument.symbol });
  const calendar = calendarById(instrument.calendar);
  const actions = store.read.actions(instrument.id);
  const past = series.flagged.revised === 0 ? [] : pastViews(store.read.bars(id), store.read.revisions(id), (bars) => atFrequency(adjustedBars(bars, series, adjust, actions, calendar), series, freq, calendar));
  const columns = allocateBars(past.length);
  const knownUntil = new Float64Array(past.length);
  past.forEach((values, at) => {
    for (const name of ['time', 'open', 'high', 'low', 'close', 'volume', 'amount', 'flags'] as const) columns[name][at] = values[name];
    knownUntil[at] = values.knownUntil;
  });
  return { columns, knownUntil };
}
