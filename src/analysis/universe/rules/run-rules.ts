import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { SectionEvent, Sections } from '../../models/track-record.ts';
import type { Portions } from '../portions.ts';
import { mostBars, symbolBars, type UniverseFrame } from '../universe-frame.ts';
import { barRuleColumns, type GivenColumns } from './bar-rule-columns.ts';
import { judgeRule, type RuleColumns } from './evaluate-rule.ts';
import { explainRule } from './explain-rule.ts';
import { historyGap } from './history-gap.ts';
import { indicatorColumns } from './indicator-columns.ts';
import type { Rule } from './rule.ts';
import type { RuleRun } from './rule-run.ts';

/** What became of one rule. */
export interface RuleOutcome {
  /** On each of the dates asked for. */
  readonly runs: readonly RuleRun[];
  /** Where the rule held on the section dates; a field without a past has none, and `gap` names it. */
  readonly events: readonly SectionEvent[];
  readonly gap: string | null;
}

interface RunRulesOptions {
  /** The dates to judge on, by index into `frame.dates`. */
  readonly dates: readonly number[];
  /** Dates on which only matches are wanted, for a record of the rule. */
  readonly sections: Sections | null;
}

/**
 * Judges rules on dates of a frame, symbol by symbol, so that rules share the columns of a symbol and only its columns are held at a
 * time, and rests after each. `given` supplies the columns that do not follow from a symbol's bars, as they were known on each bar.
 */
export function* runRules(
  rules: readonly Rule[],
  frame: UniverseFrame,
  given: (symbol: number, bars: BarColumns) => GivenColumns,
  { dates, sections }: RunRulesOptions,
): Portions<RuleOutcome[]> {
  if (frame.symbols.length === 0 || frame.dates.length === 0) throw new AppError('universe.empty');
  const width = frame.symbols.length;
  const gaps = rules.map(historyGap);
  const outcomes = rules.map(() => ({ runs: dates.map((date) => emptyRun(frame.dates[date] as number)), events: [] as SectionEvent[] }));
  const indicators = indicatorColumns(mostBars(frame));
  for (const [index, symbol] of frame.symbols.entries()) {
    yield { done: index, total: width };
    const bars = symbolBars(frame, index);
    const columns = barRuleColumns(bars, given(index, bars), indicators);
    for (const [place, rule] of rules.entries()) {
      const { runs, events } = outcomes[place] as (typeof outcomes)[number];
      try {
        for (const run of runs) judgeOn(run, symbol, rule, columns, bars.time.lastIndexOf(run.date));
        if (sections === null || gaps[place] !== null) continue;
        const judge = judgeRule(rule, columns);
        const start = frame.starts[index] as number;
        for (let section = 0; section < sections.dates.length; section += 1) {
          const row = sections.rows[section * width + index] as number;
          if (row >= 0 && judge(row - start) === 1) events.push({ symbol: index, row });
        }
      } catch (error) {
        // An error of the rule itself is the same for every symbol; one of a symbol's bars is that symbol's alone.
        if (!(error instanceof AppError) || error.code.startsWith('rule.')) throw error;
        for (const run of runs) run.failed.push({ symbol, error: error.toReply() });
      }
    }
  }
  return outcomes.map(({ runs, events }, place) => ({ runs, events, gap: gaps[place] ?? null }));
}

interface OpenRun extends RuleRun {
  readonly matches: RuleRun['matches'][number][];
  readonly others: RuleRun['others'][number][];
  readonly unknown: string[];
  readonly notTrading: string[];
  readonly failed: { readonly symbol: string; readonly error: ErrorReply }[];
}

function emptyRun(date: number): OpenRun {
  return { date, matches: [], others: [], unknown: [], notTrading: [], failed: [] };
}

function judgeOn(run: OpenRun, symbol: string, rule: Rule, columns: RuleColumns, bar: number): void {
  if (bar < 0) {
    run.notTrading.push(symbol);
    return;
  }
  const truth = judgeRule(rule, columns)(bar);
  if (truth === -1) run.unknown.push(symbol);
  else (truth === 1 ? run.matches : run.others).push({ symbol, conditions: explainRule(rule, columns, bar) });
}
