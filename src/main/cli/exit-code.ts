import type { ErrorCode } from '../../shared/error-catalog.ts';

/** Errors that another spelling of the command would have avoided. */
const badUsage: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'app.usage',
  'app.input',
  'symbol.ambiguous',
  'settings.unknown',
  'settings.value',
  'analysis.indicator',
  'analysis.indicator-text',
  'analysis.parameter',
  'analysis.parameter-unknown',
  'analysis.preset',
  'analysis.output',
  'chan.option',
  'model.value',
  'universe.value',
  'universe.date',
  'universe.industry',
  'rule.syntax',
  'rule.field',
  'rule.value',
  'rule.long',
  'scan.rule',
  'scan.ready',
  'ask.question',
  'universe.symbol',
]);

/** The exit code of a command that ended with an error: 2 for what was asked wrongly, 1 for what failed. */
export function exitCode(error: ErrorCode): 1 | 2 {
  return badUsage.has(error) ? 2 : 1;
}
