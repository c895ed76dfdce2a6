import { scoreColumns } from '../../analysis/models/score-columns.ts';
import { eventRecord, recordSections, type Sections } from '../../analysis/models/track-record.ts';
import { usualDays } from '../../analysis/universe/analyze-universe.ts';
import type { Portions } from '../../analysis/universe/portions.ts';
import { needsModels } from '../../analysis/universe/rules/history-gap.ts';
import { ruleReach } from '../../analysis/universe/rules/rule-reach.ts';
import { ruleRunDiff } from '../../analysis/universe/rules/rule-run-diff.ts';
import type { RuleRun } from '../../analysis/universe/rules/rule-run.ts';
import { runRules, type RuleOutcome } from '../../analysis/universe/rules/run-rules.ts';
import { universeRuleColumns, type DateFigures, type UniverseRuleContext } from '../../analysis/universe/rules/universe-rule-columns.ts';
import type { SymbolSignals } from '../../analysis/universe/signals.ts';
import { mostBars } from '../../analysis/universe/universe-frame.ts';
import { firstAfter } from '../../analysis/series/first-after.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { RuleScan, ScanAnswer, ScanDiff } from '../../shared/contract/rule-figures.ts';
import type { RuleRecord } from '../../shared/contract/universe-figures.ts';
import { dayText } from '../../shared/day-text.ts';
import type { KeptRun } from '../store/scan-store.ts';
import { recordBars, recordCount, recordStep } from './metric-record.ts';
import { allRules, namedRule, type NamedRule } from './named-rule.ts';
import { rankRow, type RankedUniverse } from './ranked-universe.ts';
import type { UniverseDesk } from './universe-desk.ts';

type ScanInput = ParsedInput<'scan.run'>;
type Scope = Pick<ScanInput, 'asOf' | 'market' | 'scheme' | 'metric'>;

export interface ScanOutcome {
  readonly answer: Omit<ScanAnswer, 'kept'>;
  /** Runs of named rules, as the store keeps them. */
  readonly runs: readonly KeptRun[];
}

/** Runs one rule, or every ready and saved one, over the universe, and says what entered and left. */
export function* scanRun(desk: UniverseDesk, input: ScanInput): Portions<ScanOutcome> {
  const single = input.rule !== undefined || input.text !== undefined;
  const { rules, unreadable } = single ? { rules: [namedRule(desk.read, input)], unreadable: [] } : allRules(desk.read);
  const ranked = rankedFor(desk, rules, input);
  const { frame, date } = ranked;
  const wanted = desk.only(ranked, input);
  const indexOf = new Map(frame.symbols.map((symbol, index) => [symbol, index]));
  const isWanted = (symbol: string): boolean => wanted(indexOf.get(symbol) ?? -1);
  const scope = `${input.market ?? 'all'} ${input.metric}`;
  const kept = rules.map(({ name, text }) => (name === null || !input.diff ? null : desk.read.scanRun({ rule: name, text, scope }, date)));
  const comparesComputed = input.diff && frame.dates.length > 1 && kept.includes(null);
  const sections = input.record && frame.dates.length > 20 ? recordSections(frame, recordCount, recordStep) : null;
  const outcomes = yield* judge(desk, ranked, rules, input, comparesComputed, sections);
  const everyone = sections === null ? new Map<number, number>() : meansOfAll(ranked, sections);
  const runs: KeptRun[] = [];

  const scans = rules.map((named, place): RuleScan => {
    const outcome = outcomes[place] as RuleOutcome;
    const [run, before] = outcome.runs as [RuleRun, RuleRun?];
    if (named.name !== null) runs.push({ rule: named.name, text: named.text, scope, asOf: date, matches: run.matches.length, outcome: run });
    const matches = run.matches
      .filter(({ symbol }) => isWanted(symbol))
      .map(({ symbol, conditions }) => ({ ...rankRow(ranked, indexOf.get(symbol) ?? -1), conditions }))
      .filter(({ score }) => input.minScore === undefined || (score ?? -1) >= input.minScore)
      .sort((a, b) => a.rank - b.rank);
    const stored = kept[place] ?? null;
    return {
      rule: named.name,
      text: named.text,
      matches,
      others: run.others.filter(({ symbol }) => isWanted(symbol)).length,
      unknown: run.unknown.filter(isWanted),
      notTrading: run.notTrading.filter(isWanted),
      failures: run.failed.filter(({ symbol }) => isWanted(symbol)),
      // A kept outcome was written from `runs` below.
      diff: stored !== null ? diffOf(stored.outcome as RuleRun, run, 'stored', isWanted) : before === undefined ? null : diffOf(before, run, 'computed', isWanted),
      record: sections === null ? null : recordOf(ranked, outcome, sections, everyone),
    };
  });
  return { answer: { ...desk.header(ranked, input), scans, unreadable }, runs };
}

/** What entered and left a rule's matches between two dates. */
export function* scanDiff(desk: UniverseDesk, { from, to, ...input }: ParsedInput<'scan.diff'>): Portions<ScanDiff> {
  const named = namedRule(desk.read, input);
  const runOn = function* (asOf: string | undefined): Portions<readonly [RuleRun, RankedUniverse]> {
    const ranked = rankedFor(desk, [named], { ...input, asOf });
    const [outcome] = yield* judge(desk, ranked, [named], { ...input, asOf }, false, null);
    return [(outcome as RuleOutcome).runs[0] as RuleRun, ranked];
  };
  const [before] = yield* runOn(from);
  const [after, ranked] = yield* runOn(to ?? input.asOf);
  const wanted = desk.only(ranked, input);
  return diffOf(before, after, 'computed', (symbol) => wanted(ranked.frame.symbols.indexOf(symbol)));
}

/**
 * A universe with as many bars and ranked dates as the rules look back. It is as deep as a record wants even when none is asked for: a
 * Chan structure depends on where its bars begin, and a match must not depend on what else is asked.
 */
function rankedFor(desk: UniverseDesk, rules: readonly NamedRule[], scope: Scope): RankedUniverse {
  const reaches = rules.map(({ rule }) => ruleReach(rule));
  const days = Math.max(usualDays, ...reaches.map(({ within }) => within + 2));
  // Averages that run from their start need several windows to forget it.
  const before = Math.max(recordBars, ...reaches.map(({ within, window }) => within + 4 * window));
  return desk.rank(scope, { metric: scope.metric, days, before, withOpen: true });
}

/** Judges rules on the last date, on the one before where `withEarlier` says so, and on the sections. */
function judge(desk: UniverseDesk, ranked: RankedUniverse, rules: readonly NamedRule[], scope: Scope, withEarlier: boolean, sections: Sections | null): Portions<RuleOutcome[]> {
  const { frame, table, models, signals } = ranked;
  const last = frame.dates.length - 1;
  // The first date that anything is judged on; conditions are judged on so many bars before it too.
  const earliest = frame.dates[Math.min(Math.max(0, last - 1), ...(sections?.dates ?? []))] ?? 0;
  const within = Math.max(...rules.map(({ rule }) => ruleReach(rule).within));
  const context: UniverseRuleContext = {
    table,
    models,
    signals,
    scores: scoreColumns(mostBars(frame)),
    chan: (symbol, bars, from) => desk.chan(frame, symbol, bars, from),
    from: (bars) => Math.max(0, firstAfter(bars.time, earliest - 1) - within),
    ...(withEarlier && rules.some(({ rule }) => needsModels(rule)) ? { earlier: figuresOn(desk, scope, frame.dates[last - 1] ?? 0, frame.symbols) } : {}),
  };
  return runRules(rules.map(({ rule }) => rule), frame, (symbol, bars) => universeRuleColumns(context, symbol, bars), {
    dates: withEarlier ? [last, last - 1] : [last],
    sections,
  });
}

/** The figures of an earlier date, by the symbols' places in today's universe: who is listed in it may differ. */
function figuresOn(desk: UniverseDesk, scope: Scope, date: number, symbols: readonly string[]): DateFigures {
  // Both dates are judged by what is known on the later one.
  const then = desk.rank({ ...scope, asOf: dayText(date), knownOn: scope.asOf ?? null }, { metric: scope.metric });
  const places = symbols.map((symbol) => then.frame.symbols.indexOf(symbol));
  const signals = new Map<number, SymbolSignals>();
  for (const [symbol, place] of places.entries()) {
    const found = then.signals.get(place);
    if (found !== undefined) signals.set(symbol, found);
  }
  return { signals, models: { risk: places.map((place) => then.models.risk[place] ?? null), needle: Float64Array.from(places, (place) => then.models.needle[place] ?? NaN) } };
}

function diffOf(before: RuleRun, after: RuleRun, against: ScanDiff['against'], isWanted: (symbol: string) => boolean): ScanDiff {
  const { from, to, entered, left, stayed } = ruleRunDiff(before, after);
  const moved = ({ symbol }: { readonly symbol: string }): boolean => isWanted(symbol);
  return { from: dayText(from), to: dayText(to), against, entered: entered.filter(moved), left: left.filter(moved), stayed: stayed.filter(isWanted) };
}

/** Mean change after the section dates over every symbol, by horizon: what a rule's record is held against. */
function meansOfAll({ frame }: RankedUniverse, { rows }: Sections): ReadonlyMap<number, number> {
  const everyone = Array.from(rows, (row, index) => ({ symbol: index % frame.symbols.length, row })).filter(({ row }) => row >= 0);
  return new Map(eventRecord(frame, everyone).map(({ horizon, mean }) => [horizon, mean]));
}

function recordOf({ frame }: RankedUniverse, { events, gap }: RuleOutcome, sections: Sections, everyone: ReadonlyMap<number, number>): RuleRecord {
  return {
    sections: sections.dates.map((index) => dayText(frame.dates[index] as number)),
    outcomes: eventRecord(frame, events).map((row) => ({ ...row, universeMean: everyone.get(row.horizon) ?? null })),
    gap,
  };
}
