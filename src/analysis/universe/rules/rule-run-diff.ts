import type { ConditionOutcome } from './explain-rule.ts';
import type { RuleRun } from './rule-run.ts';

/** A condition that changed between two runs. */
interface ConditionChange {
  readonly before: ConditionOutcome | null;
  readonly after: ConditionOutcome | null;
}

interface RuleMove {
  readonly symbol: string;
  /** `rule`: its conditions changed. The others say why a symbol could not be judged in one of the runs. */
  readonly reason: 'rule' | 'unknown' | 'notTrading' | 'failed' | 'notInUniverse';
  readonly changes: readonly ConditionChange[];
}

interface RuleRunDiff {
  readonly from: number;
  readonly to: number;
  readonly entered: readonly RuleMove[];
  readonly left: readonly RuleMove[];
  readonly stayed: readonly string[];
}

/** What entered and left a rule's matches from one run to the next, and which conditions made the difference. */
export function ruleRunDiff(before: RuleRun, after: RuleRun): RuleRunDiff {
  const [old, now] = [before, after].map((run) => new Set(run.matches.map(({ symbol }) => symbol))) as [Set<string>, Set<string>];
  const [outcomesBefore, outcomesAfter] = [outcomes(before), outcomes(after)];
  const move = (symbol: string, absentIn: RuleRun): RuleMove => {
    const [first, second] = [outcomesBefore.get(symbol) ?? [], outcomesAfter.get(symbol) ?? []];
    const changes = Array.from({ length: Math.max(first.length, second.length) }, (_, index): ConditionChange => ({ before: first[index] ?? null, after: second[index] ?? null }));
    return { symbol, reason: reasonIn(absentIn, symbol), changes: changes.filter((change) => change.before?.holds !== change.after?.holds) };
  };
  return {
    from: before.date,
    to: after.date,
    entered: [...now].filter((symbol) => !old.has(symbol)).map((symbol) => move(symbol, before)),
    left: [...old].filter((symbol) => !now.has(symbol)).map((symbol) => move(symbol, after)),
    stayed: [...now].filter((symbol) => old.has(symbol)),
  };
}

function outcomes(run: RuleRun): ReadonlyMap<string, readonly ConditionOutcome[]> {
  return new Map([...run.matches, ...run.others].map(({ symbol, conditions }) => [symbol, conditions]));
}

function reasonIn(run: RuleRun, symbol: string): RuleMove['reason'] {
  if (run.others.some((other) => other.symbol === symbol)) return 'rule';
  if (run.unknown.includes(symbol)) return 'unknown';
  if (run.failed.some((one) => one.symbol === symbol)) return 'failed';
  return run.notTrading.includes(symbol) ? 'notTrading' : 'notInUniverse';
}
