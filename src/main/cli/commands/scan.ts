import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import { detectors, type Detector, type DetectorAnswer } from '../../../shared/contract/detector-figures.ts';
import type { RuleScan, ScanAnswer } from '../../../shared/contract/rule-figures.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { eachOf, failureLines } from '../each-of.ts';
import { failureLine } from '../failure-line.ts';
import { choice, flagTexts, numberFlags } from '../flag-values.ts';
import { followTask } from '../follow-task.ts';
import { rankTable } from '../rank-table.ts';
import { ruleFlag, universeFlags, universeOptions, universeUsage } from '../universe-flags.ts';
import { scanActionNames, scanActions } from './scan-actions.ts';

export const scanCommand: Command = {
  usage: `scan [--rule NAME|FILE|TEXT]… [--min-score N] ${universeUsage} | scan ranks [--top N] | scan detect ${detectors.join('|')} | scan diff --rule R --from D [--to D] | scan history SYMBOL… [--period N] | scan readiness | scan rules | scan save NAME TEXT | scan remove NAME`,
  options: {
    ...universeOptions,
    rule: { type: 'string', multiple: true },
    'min-score': { type: 'string' },
    top: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    period: { type: 'string' },
    threshold: { type: 'string' },
    sigma: { type: 'string' },
  },
  // A scan is kept for the next one to be compared with, unless a running app holds the profile.
  access: ({ positionals: [action] }) => (action === undefined ? 'writeIfFree' : action === 'save' || action === 'remove' ? 'write' : 'read'),
  run(parsed, context) {
    const [action] = parsed.positionals;
    return action === undefined ? runScan(parsed, context) : scanActions[choice(action, 'scan', scanActionNames)](parsed, context);
  },
};

/** What a detector found, or why it could not look. */
type Detection = Pick<DetectorAnswer, 'detector' | 'effective' | 'band' | 'rows'> | { readonly detector: Detector; readonly error: ErrorReply };

async function detectAll(parsed: ParsedArguments, { invoke }: CommandContext): Promise<Detection[]> {
  const found: Detection[] = [];
  for (const detector of detectors) {
    try {
      const { effective, band, rows } = await invoke('scan.detect', { ...universeFlags(parsed), detector });
      found.push({ detector, effective, band, rows });
    } catch (error) {
      // A history too short for one detector leaves the others.
      if (!(error instanceof AppError)) throw error;
      found.push({ detector, error: error.toReply() });
    }
  }
  return found;
}

function detectionText(detection: Detection, language: Language): string {
  if ('error' in detection) return failureLine(detection.detector, detection.error, language);
  const { detector, rows } = detection;
  return `${detector}  ${rows.length}  ${rows.slice(0, 10).map(({ symbol, value }) => `${symbol} ${formatNumber(value, 0)}`).join(', ')}`;
}

async function runScan(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const { language } = context;
  const rules = flagTexts(parsed.values['rule']);
  if (rules.length === 0) {
    const answer = await scanBy(null, parsed, context);
    const detections = await detectAll(parsed, context);
    const text = [scanText(answer, language), ...detections.map((detection) => detectionText(detection, language))].join('\n\n');
    return { json: { ...answer, detectors: detections }, text, exitCode: isComplete(answer) ? 0 : 1 };
  }
  const outcomes = await eachOf(rules, (rule) => scanBy(rule, parsed, context));
  const failures = outcomes.failures.map(({ name, error }) => ({ rule: name, error }));
  const json = rules.length === 1 ? outcomes.results[0] : { results: outcomes.results, failures };
  const text = [...outcomes.results.map((answer) => scanText(answer, language)), ...failureLines(outcomes, language)].join('\n\n');
  return { json, text, exitCode: failures.length === 0 && outcomes.results.every(isComplete) ? 0 : 1 };
}

/** Runs a rule, or every ready and saved one. */
async function scanBy(rule: string | null, parsed: ParsedArguments, context: CommandContext): Promise<ScanAnswer> {
  const { task } = await context.invoke('scan.run', {
    ...universeFlags(parsed),
    ...(rule === null ? {} : ruleFlag(rule)),
    ...numberFlags(parsed.values, { 'min-score': 'minScore' }),
    keep: true,
    record: true,
  });
  await followTask(task, 'scan', context);
  return context.invoke('scan.answer', { task });
}

function isComplete({ failures, unreadable, scans }: ScanAnswer): boolean {
  return failures.length + unreadable.length === 0 && scans.every((scan) => scan.failures.length === 0);
}

function scanText({ asOf, ranked, symbols, scans, failures, unreadable }: ScanAnswer, language: Language): string {
  const left = [...failures.map(({ symbol, error }) => failureLine(symbol, error, language)), ...unreadable.map(({ rule, error }) => failureLine(rule, error, language))];
  return [`${asOf}  ${ranked}/${symbols}`, ...scans.map((scan) => ruleText(scan, language)), ...(left.length > 0 ? [left.join('\n')] : [])].join('\n\n');
}

function ruleText({ rule, text, matches, diff, record, unknown, notTrading, failures }: RuleScan, language: Language): string {
  const title = rule === null ? text : `${modelText(`readyRule.${rule}`, language).replace(/^readyRule\./, '')}: ${text}`;
  const twenty = record?.outcomes.find(({ horizon }) => horizon === 20);
  return [
    title,
    `${matches.length} · +${diff?.entered.length ?? 0} −${diff?.left.length ?? 0} · ? ${unknown.length + notTrading.length}${
      twenty === undefined ? '' : ` · 20d ${formatNumber(twenty.mean, 2)} % (n ${twenty.samples}, all ${formatNumber(twenty.universeMean, 2)} %)`
    }`,
    ...(matches.length > 0 ? [rankTable(matches)] : []),
    ...(diff?.entered.map(({ symbol, changes }) => `+ ${symbol}  ${changes.map(({ after }) => after?.condition ?? '').join(', ')}`) ?? []),
    ...(diff?.left.map(({ symbol, reason, changes }) => `- ${symbol}  ${changes.map(({ before }) => before?.condition ?? '').join(', ') || modelText(`moveReason.${reason}`, language)}`) ?? []),
    ...failures.map(({ symbol, error }) => failureLine(symbol, error, language)),
  ].join('\n');
}
