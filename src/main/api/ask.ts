import { ask, type AskContext } from '../../analysis/models/ask.ts';
import { askQuestionOf } from '../../analysis/models/ask-question-of.ts';
import { levels } from '../../analysis/models/levels.ts';
import { risk } from '../../analysis/models/risk.ts';
import { scoreMarketOf } from '../../analysis/models/score-market.ts';
import { score } from '../../analysis/models/score.ts';
import { analysisSource, type AnalysisSource } from './analyze/analysis-source.ts';
import { knownFlow, knownFundamentals } from './analyze/company-parts.ts';
import { closedSource } from './analyze/closed-source.ts';
import { formatTradingDate } from '../../shared/time.ts';
import type { StoreReader } from '../store/store.ts';
import type { BarSource } from './bars.ts';
import type { HandlersOf } from './handlers.ts';

/** The six questions about a symbol, answered from the engine's figures alone. */
export function askHandlers(from: BarSource): HandlersOf<'ask'> {
  return {
    'ask.answer': ({ symbol, question, asOf }) => {
      const wanted = askQuestionOf(question);
      const source = closedSource(analysisSource(from, asOf === undefined ? { symbol } : { symbol, asOf }));
      return { ...source.header, question: wanted, statements: ask(wanted, contextOf(source, from.store.read, asOf)) };
    },
  };
}

function contextOf(source: AnalysisSource, read: StoreReader, asOf: string | undefined): AskContext {
  const { bars, basis, instrument, header } = source;
  const usable = basis !== 'forwardAdditive';
  const flow = knownFlow(instrument, read, asOf);
  return {
    score: usable ? score(bars, scoreMarketOf(header.symbol), basis) : null,
    risk: usable ? risk(bars, basis) : null,
    levels: levels(bars, instrument.tickSize),
    fundamentals: knownFundamentals(source, read, asOf),
    flow: flow === null ? null : { split: flow.split, to: formatTradingDate(flow.split.to) },
    events: null,
    record: null,
  };
}
