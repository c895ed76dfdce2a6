import type { BarColumns } from '../../../shared/bars.ts';
import { finish } from '../portions.ts';
import type { UniverseFrame } from '../universe-frame.ts';
import type { GivenColumns } from './bar-rule-columns.ts';
import type { Rule } from './rule.ts';
import type { RuleRun } from './rule-run.ts';
import { runRules } from './run-rules.ts';

/** Judges one rule on the last date of a frame. `given` supplies the columns of a symbol that do not follow from its bars. */
export function runRule(rule: Rule, frame: UniverseFrame, given: (symbol: number, bars: BarColumns) => GivenColumns): RuleRun {
  const [outcome] = finish(runRules([rule], frame, given, { dates: [frame.dates.length - 1], sections: null }));
  // One rule and one date give one run.
  return outcome?.runs[0] as RuleRun;
}
