import { ask, type AskContext } from '../../analysis/models/ask.ts';
import { askQuestionOf } from '../../analysis/models/ask-question-of.ts';
import { levels } from '../../analysis/models/levels.ts';
import { risk } from '../../analysis/models/risk.ts';
import { scoreMarketOf } from '../../analysis/models/score-market.ts';
import { score } from '../../analysis/models/score.ts';
import type { AnalysisSource } from './analyze/analysis-source.ts';
import { knownFlow, knownFundamentals } from './analyze/company-parts.ts';
import { modelSource } from './analyze/model-source.ts';
import { formatTradingDate, formatUtc, type UtcMs } from '../../shared/time.ts';
import { AppError } from '../../shared/app-error.ts';
import type { AskUniverse } from '../universe/universe-answers.ts';
import type { Instrument, StoreReader } from '../store/store.ts';
import type { BarSource } from './bar-source.ts';
import type { HandlersOf } from './handlers.ts';
import { endOfDay } from './known-series.ts';

/** The six questions about a symbol, answered from the engine's figures alone. */
export function askHandlers(from: BarSource, universe: AskUniverse): HandlersOf<'ask'> {
  return {
    'ask.answer': async ({ symbol, question, asOf }) => {
      const wanted = askQuestionOf(question);
      const source = modelSource(from, asOf === undefined ? { symbol } : { symbol, asOf });
      return { ...source.header, question: wanted, statements: ask(wanted, { ...contextOf(source, from.store.read, asOf), record: wanted === 'overall' ? await recordOf(universe, asOf) : null }) };
    },
  };
}

/** The newest news about a symbol that was out by the end of the day; null where no news is kept at all. */
function recentEvents(instrument: Instrument, read: StoreReader, asOf: string | undefined): AskContext['events'] {
  const until = (asOf === undefined ? Number.MAX_SAFE_INTEGER : endOfDay(instrument, asOf).time - 1) as UtcMs;
  const wanted = { from: 0 as UtcMs, until, text: null, topic: null, mood: null, important: false };
  if (read.news({ ...wanted, symbol: null, limit: 1 }).length === 0) return null;
  return read.news({ ...wanted, symbol: instrument.symbol, limit: 5 }).map(({ publishedAt, title, mood }) => ({ date: formatUtc(publishedAt).slice(0, 10), title, sentiment: mood }));
}

/** How the score fared over the universe; null where there is none. */
async function recordOf(universe: AskUniverse, asOf: string | undefined): Promise<AskContext['record']> {
  try {
    return (await universe('models.record', { metric: 'score', asOf })).record;
  } catch (error) {
    // Symbols with intraday bars alone make no universe.
    if (error instanceof AppError && error.code === 'universe.empty') return null;
    throw error;
  }
}

function contextOf(source: AnalysisSource, read: StoreReader, asOf: string | undefined): Omit<AskContext, 'record'> {
  const { bars, basis, instrument, header } = source;
  const usable = basis !== 'forwardAdditive';
  const flow = knownFlow(instrument, read, asOf);
  return {
    score: usable ? score(bars, scoreMarketOf(header.symbol), basis) : null,
    risk: usable ? risk(bars, basis) : null,
    levels: levels(bars, instrument.tickSize),
    fundamentals: knownFundamentals(source, read, asOf),
    flow: flow === null ? null : { split: flow.split, to: formatTradingDate(flow.split.to) },
    events: recentEvents(instrument, read, asOf),
  };
}
