import type { Portions } from '../../analysis/universe/portions.ts';
import type { BacktestAnswer } from '../../shared/contract/backtest-figures.ts';
import type { MethodOutput, ParsedInput } from '../../shared/contract/contract.ts';
import type { ScanDiff } from '../../shared/contract/rule-figures.ts';
import { scanBacktest } from './backtest-answer.ts';
import { scanDetect } from './detector-answer.ts';
import { industriesCompare, industriesDetail, industriesHeat, industriesSeries, industriesTrend } from './industry-answers.ts';
import { inPortions, type Watch } from './in-portions.ts';
import { scanRanks } from './ranks-answer.ts';
import { scanHistory } from './history-answer.ts';
import { scanReadinessOf } from './readiness-answer.ts';
import { scanDiff, scanRun, type ScanOutcome } from './scan-run-answer.ts';
import { signalsHistory, signalsList } from './signal-answers.ts';
import type { UniverseDesk } from './universe-desk.ts';

/** Every question that is answered at once, by the name of its method. */
const answers = {
  'scan.ranks': scanRanks,
  'scan.detect': scanDetect,
  'scan.history': scanHistory,
  'scan.readiness': scanReadinessOf,
  'signals.list': signalsList,
  'signals.history': signalsHistory,
  'industries.trend': industriesTrend,
  'industries.heat': industriesHeat,
  'industries.series': industriesSeries,
  'industries.detail': industriesDetail,
  'industries.compare': industriesCompare,
  'models.record': (desk: UniverseDesk, input: ParsedInput<'models.record'>) => ({ record: desk.record(input, input.metric) }),
} satisfies { readonly [M in Exclude<UniverseMethod, LongMethod>]: (desk: UniverseDesk, input: ParsedInput<M>) => UniverseAnswer<M> };

/** Those that take their time. */
const works = {
  'scan.run': scanRun,
  'scan.diff': scanDiff,
  'scan.backtest': scanBacktest,
} satisfies { readonly [M in LongMethod]: (desk: UniverseDesk, input: ParsedInput<M>) => Portions<UniverseAnswer<M>> };

type LongMethod = 'scan.run' | 'scan.diff' | 'scan.backtest';

export type UniverseMethod =
  | 'scan.ranks' | 'scan.run' | 'scan.diff' | 'scan.detect' | 'scan.history' | 'scan.readiness' | 'scan.backtest'
  | 'signals.list' | 'signals.history'
  | 'industries.trend' | 'industries.heat' | 'industries.series' | 'industries.detail' | 'industries.compare'
  | 'models.record';

/** A scan answers with the runs to be kept beside it. */
export type UniverseAnswer<M extends UniverseMethod> = M extends 'scan.run' ? ScanOutcome : M extends 'scan.diff' ? ScanDiff : M extends 'scan.backtest' ? BacktestAnswer : MethodOutput<M>;

/** Asks a question about the universe; where the work is done is the host's affair. A long one can be followed, and is ended by its signal. */
export type AskUniverse = <M extends UniverseMethod>(method: M, input: ParsedInput<M>, watch?: Watch) => Promise<UniverseAnswer<M>>;

/** Answers in this thread; other work passes while a long question is answered. */
export async function answerUniverse<M extends UniverseMethod>(desk: UniverseDesk, method: M, input: ParsedInput<M>, watch: Watch): Promise<UniverseAnswer<M>> {
  // The maps' types tie each method to its input and answer, which an index by a type parameter cannot express.
  if (isLong(method)) return inPortions(works[method](desk, input as never) as Portions<UniverseAnswer<M>>, watch);
  const answer = answers[method as Exclude<UniverseMethod, LongMethod>] as unknown as (desk: UniverseDesk, input: ParsedInput<M>) => UniverseAnswer<M>;
  return answer(desk, input);
}

function isLong(method: UniverseMethod): method is LongMethod {
  return Object.hasOwn(works, method);
}
