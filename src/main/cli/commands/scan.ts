import { detectors, type Detector, type DetectorAnswer } from '../../../shared/contract/detector-figures.ts';
import type { RankHistoryAnswer } from '../../../shared/contract/rank-figures.ts';
import type { RuleScan, ScanAnswer } from '../../../shared/contract/rule-figures.ts';
import type { RankRow } from '../../../shared/contract/universe-figures.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import { formatNumber } from '../../../shared/format/format-number.ts';
import type { Language } from '../../../shared/i18n/language.ts';
import { modelText } from '../../../shared/i18n/model-text.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command, CommandContext, CommandResult } from '../command.ts';
import { eachOf, failureLines } from '../each-of.ts';
import { failureLine } from '../failure-line.ts';
import { choice, numberFlags, requiredText } from '../flag-values.ts';
import { followTask } from '../follow-task.ts';
import { textTable } from '../text-table.ts';
import { flagText, ruleFlag, universeFlags, universeOptions, universeUsage } from '../universe-flags.ts';

/** As many as there are. */
const mostRows = 20_000;

const actions = ['rules', 'save', 'remove', 'ranks', 'detect', 'diff', 'history', 'readiness'] as const;

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
    return action === undefined ? runScan(parsed, context) : runAction(choice(action, 'scan', actions), parsed, context);
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
  const rules = rulesOf(parsed);
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

function rulesOf({ values }: ParsedArguments): readonly string[] {
  return Array.isArray(values['rule']) ? values['rule'].map(String) : [];
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

async function runAction(action: (typeof actions)[number], parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const { invoke, language } = context;
  const { values, positionals } = parsed;
  const scope = universeFlags(parsed);
  switch (action) {
    case 'rules': {
      const rules = await invoke('scan.rules', {});
      const rows = rules.map(({ name, text, ready, lastRun }) => [name, ready ? 'ready' : 'saved', lastRun === null ? '–' : `${lastRun.asOf} (${lastRun.matches})`, text]);
      return { json: { rules }, text: textTable(['name', 'kind', 'last run', 'rule'], rows), exitCode: 0 };
    }
    case 'save': {
      const given = ruleFlag(requiredText(positionals.slice(2).join(' '), 'TEXT'));
      if (!('text' in given)) throw new AppError('app.usage', { problem: `${given.rule}: a rule such as "score >= 70"` });
      const saved = await invoke('scan.save', { name: requiredText(positionals[1], 'NAME'), text: given.text });
      return { json: saved, text: `${saved.name}: ${saved.text}`, exitCode: 0 };
    }
    case 'remove':
      await invoke('scan.remove', { name: requiredText(positionals[1], 'NAME') });
      return { json: { removed: positionals[1] }, text: String(positionals[1]), exitCode: 0 };
    case 'ranks': {
      const answer = await invoke('scan.ranks', { ...scope, limit: mostRows, ...numberFlags(values, { top: 'limit', 'min-score': 'minScore' }), record: true });
      return { json: answer, text: rankTable(answer.rows), exitCode: answer.failures.length > 0 ? 1 : 0 };
    }
    case 'detect': {
      const detector = choice(requiredText(positionals[1], 'DETECTOR'), 'DETECTOR', detectors);
      const answer = await invoke('scan.detect', { ...scope, detector, ...numberFlags(values, { period: 'period', threshold: 'threshold', sigma: 'sigma' }) });
      return { json: answer, text: rankTable(answer.rows), exitCode: answer.failures.length > 0 ? 1 : 0 };
    }
    case 'history': {
      const symbols = [requiredText(positionals[1], 'SYMBOL'), ...positionals.slice(2)];
      const outcomes = await eachOf(symbols, (of) => invoke('scan.history', { ...scope, of, ...numberFlags(values, { period: 'period' }) }));
      const failures = outcomes.failures.map(({ name, error }) => ({ symbol: name, error }));
      const text = [...outcomes.results.map(historyText), ...failureLines(outcomes, language)].join('\n\n');
      return { json: symbols.length === 1 ? outcomes.results[0] : { results: outcomes.results, failures }, text, exitCode: failures.length > 0 ? 1 : 0 };
    }
    case 'readiness': {
      const answer = await invoke('scan.readiness', scope);
      const counts = Object.entries(answer.counts).map(([state, count]) => `${state} ${count}`).join(' · ');
      const missing = answer.fields.map(({ field, symbols }) => `${field} missing for ${symbols}`).join(' · ');
      const rows = answer.rows.map(({ symbol, state, bars, sessionsBehind }) => [symbol, state, String(bars), String(sessionsBehind ?? '–')]);
      return { json: answer, text: `${counts}\n${missing}\n${textTable(['symbol', 'state', 'bars', 'behind'], rows)}`, exitCode: 0 };
    }
    case 'diff': {
      const to = flagText(values['to']);
      const { task } = await invoke('scan.diff', {
        ...scope,
        ...ruleFlag(requiredText(rulesOf(parsed)[0], '--rule')),
        from: requiredText(flagText(values['from']), '--from'),
        ...(to === undefined ? {} : { to }),
      });
      await followTask(task, 'scan', context);
      const diff = await invoke('scan.diffAnswer', { task });
      const lines = [`${diff.from} → ${diff.to}`, ...diff.entered.map(({ symbol }) => `+ ${symbol}`), ...diff.left.map(({ symbol }) => `- ${symbol}`)];
      return { json: diff, text: lines.join('\n'), exitCode: 0 };
    }
  }
}

function historyText({ of, days }: RankHistoryAnswer): string {
  const rows = days.map(({ date, rank, metric, close, change }) => [date, String(rank ?? '–'), formatNumber(metric, 2), formatNumber(close, 2), formatNumber(change, 2)]);
  return `${of}\n${textTable(['date', 'rank', 'metric', 'close', 'change %'], rows)}`;
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

/** The usual columns of a ranking. */
export function rankTable(rows: readonly RankRow[]): string {
  return textTable(
    ['rank', 'symbol', 'name', 'industry', 'score', 'risk', 'close', 'change %'],
    rows.map(({ rank, symbol, name, industry, score, risk, close, change }) => [
      String(rank), symbol, name ?? '–', industry ?? '–', formatNumber(score, 1), formatNumber(risk, 1), formatNumber(close, 2), formatNumber(change, 2),
    ]),
  );
}
