import { scanReadiness } from '../../analysis/universe/scan-readiness.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import { readinessFields, type ReadinessAnswer } from '../../shared/contract/readiness-figures.ts';
import type { TradingDate } from '../../shared/time.ts';
import { watchlistNamed } from '../api/choose-symbols.ts';
import type { Instrument } from '../store/store.ts';
import type { RankedUniverse } from './ranked-universe.ts';
import type { UniverseDesk } from './universe-desk.ts';

/**
 * Which symbols are fit to be ranked on the date, by the length of their history and the sessions they lack, and for how many of them
 * a figure is missing.
 */
export function scanReadinessOf({ rank, only, header, read, calendarById }: UniverseDesk, input: ParsedInput<'scan.readiness'>): ReadinessAnswer {
  const ranked = rank(input, { metric: input.metric });
  const { frame, date, instruments, absent } = ranked;
  const judge = ({ symbol, calendar }: Instrument, bars: number, last: TradingDate): ReadinessAnswer['rows'][number] => {
    const sessionsBehind = calendarById(calendar)?.sessionsBetween(last, date).sessions ?? null;
    return { symbol, state: scanReadiness(bars, sessionsBehind), bars, sessionsBehind };
  };
  const isWanted = only(ranked, input);
  const wanted = [...frame.symbols.keys()].filter(isWanted);
  const members = input.watchlist === undefined ? null : new Set(watchlistNamed(input.watchlist, read.watchlists()).members.map(({ symbol }) => symbol));
  // The industry of what is left out is not known here.
  const gone = absent.filter(({ instrument }) => input.industry === undefined && (members === null || members.has(instrument.symbol)));
  const judged = [
    ...wanted.map((index) => {
      const [start = 0, end = 0] = [frame.starts[index], frame.ends[index]];
      return judge(instruments[index] as Instrument, end - start, frame.bars.time[end - 1] as TradingDate);
    }),
    ...gone.map(({ instrument, bars, last }) => judge(instrument, bars, last)),
  ];
  const counts: Record<string, number> = {};
  for (const { state } of judged) counts[state] = (counts[state] ?? 0) + 1;
  const fields = readinessFields.flatMap((field) => {
    const symbols = wanted.filter((symbol) => isMissing(ranked, field, symbol)).length;
    return symbols > 0 ? [{ field, symbols }] : [];
  });
  return { ...header(ranked, input), counts, rows: judged.filter(({ state }) => state !== 'ready'), fields };
}

function isMissing({ table, models, frame }: RankedUniverse, field: (typeof readinessFields)[number], symbol: number): boolean {
  const today = (table.dates.length - 1) * table.symbols.length + symbol;
  switch (field) {
    case 'score':
      return Number.isNaN(models.score[today]);
    case 'risk':
      return (models.risk[symbol] ?? null) === null;
    case 'needle':
      return Number.isNaN(models.needle[symbol]);
    case 'amount':
    case 'turnover':
      return Number.isNaN(table[field][today]);
    case 'industry':
      return frame.industries[symbol] === null;
  }
}
