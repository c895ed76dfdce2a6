import { finish } from '../../../doubles/finish.ts';
import { parseRule } from '../../../../src/analysis/universe/rules/parse-rule.ts';
import type { RuleRun } from '../../../../src/analysis/universe/rules/rule-run.ts';
import { runRules } from '../../../../src/analysis/universe/rules/run-rules.ts';
import type { UniverseFrame } from '../../../../src/analysis/universe/universe-frame.ts';

/** Judges one rule on the last date of a frame. */
export function runOneRule(text: string, frame: UniverseFrame, given: Parameters<typeof runRules>[2] = () => () => null): RuleRun {
  const [outcome] = finish(runRules([parseRule(text)], frame, given, { dates: [frame.dates.length - 1], sections: null }));
  const run = outcome?.runs[0];
  if (run === undefined) throw new Error('no run');
  return run;
}
