import type { MethodOutput, ParsedInput } from '../../shared/contract/contract.ts';
import { scanBacktest } from './backtest-answer.ts';
import { scanDetect } from './detector-answer.ts';
import { industriesCompare, industriesDetail, industriesHeat, industriesSeries, industriesTrend } from './industry-answers.ts';
import { scanRanks } from './ranks-answer.ts';
import { scanHistory } from './history-answer.ts';
import { scanReadinessOf } from './readiness-answer.ts';
import { scanDiff, scanRun, type ScanOutcome } from './scan-run-answer.ts';
import { signalsHistory, signalsList } from './signal-answers.ts';
import type { UniverseDesk } from './universe-desk.ts';

/** Every question about the universe, by the name of its method; a scan answers with the runs to be kept beside it. */
export const universeAnswers = {
  'scan.ranks': scanRanks,
  'scan.run': scanRun,
  'scan.diff': scanDiff,
  'scan.detect': scanDetect,
  'scan.history': scanHistory,
  'scan.readiness': scanReadinessOf,
  'scan.backtest': scanBacktest,
  'signals.list': signalsList,
  'signals.history': signalsHistory,
  'industries.trend': industriesTrend,
  'industries.heat': industriesHeat,
  'industries.series': industriesSeries,
  'industries.detail': industriesDetail,
  'industries.compare': industriesCompare,
  'models.record': (desk: UniverseDesk, input: ParsedInput<'models.record'>) => ({ record: desk.record(input, input.metric) }),
} satisfies { readonly [M in UniverseMethod]: (desk: UniverseDesk, input: ParsedInput<M>) => UniverseAnswer<M> };

export type UniverseMethod =
  | 'scan.ranks' | 'scan.run' | 'scan.diff' | 'scan.detect' | 'scan.history' | 'scan.readiness' | 'scan.backtest'
  | 'signals.list' | 'signals.history'
  | 'industries.trend' | 'industries.heat' | 'industries.series' | 'industries.detail' | 'industries.compare'
  | 'models.record';

export type UniverseAnswer<M extends UniverseMethod> = M extends 'scan.run' ? ScanOutcome : MethodOutput<M>;

/** Asks a question about the universe; where the work is done is the host's affair. */
export type AskUniverse = <M extends UniverseMethod>(method: M, input: ParsedInput<M>) => Promise<UniverseAnswer<M>>;

/** Answers in this thread. */
export function answerUniverse<M extends UniverseMethod>(desk: UniverseDesk, method: M, input: ParsedInput<M>): UniverseAnswer<M> {
  // The map's type ties each method to its input and answer, which an index by a type parameter cannot express.
  const answer = universeAnswers[method] as unknown as (desk: UniverseDesk, input: ParsedInput<M>) => UniverseAnswer<M>;
  return answer(desk, input);
}
