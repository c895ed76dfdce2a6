import { readyRules } from '../../analysis/universe/rules/ready-rules.ts';
import { AppError } from '../../shared/app-error.ts';
import type { BacktestAnswer } from '../../shared/contract/backtest-figures.ts';
import type { ScanAnswer, ScanDiff, ScanRule } from '../../shared/contract/rule-figures.ts';
import { formatTradingDate, type UtcMs } from '../../shared/time.ts';
import type { Clock } from '../ports.ts';
import type { KeptRun } from '../store/scan-store.ts';
import type { Store } from '../store/store.ts';
import type { TaskRunner } from '../tasks/task-runner.ts';
import type { Watch } from '../universe/in-portions.ts';
import { namedRule, type NamedRule } from '../universe/named-rule.ts';
import type { AskUniverse } from '../universe/universe-answers.ts';
import type { HandlersOf } from './handlers.ts';
import { TaskAnswers } from './task-answers.ts';

/** Scans, signals and industries: the universe is asked, long questions as tasks; rules and runs are kept in the store. */
export function universeHandlers(store: Store, ask: AskUniverse, tasks: TaskRunner, clock: Clock): HandlersOf<'scan'> & HandlersOf<'signals'> & HandlersOf<'industries'> {
  const scans = new TaskAnswers<ScanAnswer>();
  const diffs = new TaskAnswers<ScanDiff>();
  const backtests = new TaskAnswers<BacktestAnswer>();
  const asTask = <Answer>(kind: string, rule: NamedRule | null, answers: TaskAnswers<Answer>, work: (watch: Watch) => Promise<Answer>): { readonly task: string } => {
    const task = tasks.start(kind, rule === null ? '' : (rule.name ?? rule.text), async (watch) => {
      const answer = await work(watch);
      answers.put(task.id, answer);
      return null;
    });
    return { task: task.id };
  };
  return {
    'scan.ranks': (input) => ask('scan.ranks', input),
    'scan.run': (input) => {
      const rule = input.rule === undefined && input.text === undefined ? null : namedRule(store.read, input);
      return asTask('scan', rule, scans, async (watch) => {
        const { answer, runs } = await ask('scan.run', input, watch);
        return { ...answer, kept: input.keep && runs.length > 0 && (await keep(store, runs, clock.now())) };
      });
    },
    'scan.answer': ({ task }) => scans.get(task),
    'scan.diff': (input) => asTask('scan', namedRule(store.read, input), diffs, (watch) => ask('scan.diff', input, watch)),
    'scan.diffAnswer': ({ task }) => diffs.get(task),
    'scan.backtest': (input) => asTask('backtest', namedRule(store.read, input), backtests, (watch) => ask('scan.backtest', input, watch)),
    'scan.backtestAnswer': ({ task }) => backtests.get(task),
    'scan.detect': (input) => ask('scan.detect', input),
    'scan.history': (input) => ask('scan.history', input),
    'scan.readiness': (input) => ask('scan.readiness', input),
    'scan.rules': () => listRules(store),
    'scan.save': async ({ name, text }) => {
      refuseReady(name);
      const rule = { name: name.trim(), text: namedRule(store.read, { text }).text };
      await store.write.saveScanRule(rule);
      return { ...rule, ready: false, lastRun: lastRunOf(store, rule.name) };
    },
    'scan.remove': async ({ name }) => {
      refuseReady(name);
      const removed = await store.write.removeScanRule(name);
      if (!removed) throw new AppError('scan.rule', { value: name, allowed: store.read.scanRules().map((rule) => rule.name).join(', ') || '–' });
      return null;
    },
    'signals.list': (input) => ask('signals.list', input),
    'signals.history': (input) => ask('signals.history', input),
    'industries.trend': (input) => ask('industries.trend', input),
    'industries.heat': (input) => ask('industries.heat', input),
    'industries.series': (input) => ask('industries.series', input),
    'industries.detail': (input) => ask('industries.detail', input),
    'industries.compare': (input) => ask('industries.compare', input),
  };
}

/** Keeps runs; answers false where the store is open for reading. */
async function keep(store: Store, runs: readonly KeptRun[], at: UtcMs): Promise<boolean> {
  try {
    await store.write.keepScanRuns(runs, at);
    return true;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'store.readMode' || error.code === 'store.readOnly')) return false;
    throw error;
  }
}

function listRules(store: Store): ScanRule[] {
  const ready = Object.entries(readyRules).map(([name, text]) => ({ name, text: namedRule(store.read, { text }).text, ready: true }));
  const saved = store.read.scanRules().map((rule) => ({ ...rule, ready: false }));
  return [...ready, ...saved].map((rule) => ({ ...rule, lastRun: lastRunOf(store, rule.name) }));
}

function lastRunOf(store: Store, name: string): ScanRule['lastRun'] {
  const run = store.read.scanRuns().find(({ rule }) => rule.toLowerCase() === name.toLowerCase());
  return run === undefined ? null : { asOf: formatTradingDate(run.asOf), matches: run.matches };
}

function refuseReady(name: string): void {
  const wanted = name.trim().toLowerCase();
  if (Object.keys(readyRules).some((ready) => ready.toLowerCase() === wanted)) throw new AppError('scan.ready', { name });
}
