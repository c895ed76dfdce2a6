import type { SymbolRow } from '../../shared/contract/symbols.ts';
import { finiteOrNull } from '../../shared/finite-or-null.ts';
import type { Instrument, Series } from '../store/store.ts';
import type { BarSource } from './bar-source.ts';
import { chooseSymbols } from './choose-symbols.ts';
import type { HandlersOf } from './handlers.ts';
import { preferredSeries } from './preferred-series.ts';
import { findInstruments, resolveInstrument } from './resolve-symbol.ts';
import { seriesFreshness } from './series-freshness.ts';
import { timeText } from './time-text.ts';

const sparklineBars = 64;

/** The list of instruments and the search in it. */
export function symbolsHandlers(source: BarSource): HandlersOf<'symbols'> {
  const { store } = source;
  return {
    'symbols.list': () => {
      const byInstrument = Map.groupBy(store.read.series(), (series) => series.instrument);
      const symbols = store.read.instruments().map((instrument) => symbolRow(source, instrument, byInstrument.get(instrument.id) ?? []));
      return { version: store.read.dataVersion(), symbols };
    },
    'symbols.resolve': ({ text, limit }) =>
      findInstruments(text, store.read.instruments(), limit).map(({ symbol, code, nameEn, nameZh }) => ({ symbol, code, nameEn, nameZh })),
    'symbols.choose': (choice) => chooseSymbols(store, choice),
    'symbols.sparklines': ({ symbols }) => {
      const instruments = store.read.instruments();
      return symbols.map((symbol) => {
        const series = preferredSeries(store.read.seriesOf(resolveInstrument(symbol, instruments).id), '1d');
        return series === null ? new Float64Array() : store.read.bars(series.id).close.slice(-sparklineBars);
      });
    },
  };
}

function symbolRow(source: BarSource, instrument: Instrument, all: readonly Series[]): SymbolRow {
  const series = preferredSeries(all, '1d') ?? all[0] ?? null;
  return {
    symbol: instrument.symbol,
    code: instrument.code,
    nameEn: instrument.nameEn,
    nameZh: instrument.nameZh,
    pinyin: instrument.pinyin,
    market: instrument.mic,
    kind: instrument.kind,
    currency: instrument.currency,
    freq: series?.freq ?? null,
    bars: series?.bars ?? 0,
    from: series === null ? null : timeText(series, series.firstTime),
    to: series === null ? null : timeText(series, series.lastTime),
    close: finiteOrNull(series?.lastClose),
    previousClose: finiteOrNull(series?.previousClose),
    volume: finiteOrNull(series?.lastVolume),
    source: series?.source ?? null,
    fetchedAt: series?.fetchedAt ?? null,
    freshness: series === null ? null : seriesFreshness(source, instrument, series),
  };
}
