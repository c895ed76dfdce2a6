import type { BarColumns } from '../../shared/bars.ts';
import { riskAt } from '../models/risk.ts';
import { scoreColumns, type ScoreColumns } from '../models/score-columns.ts';
import { scoreMarketOf } from '../models/score-market.ts';
import { scoreSeries } from '../models/score-series.ts';
import type { Sections } from '../models/track-record.ts';
import { judgeRule } from './rules/evaluate-rule.ts';
import { barRuleColumns, type GivenColumns } from './rules/bar-rule-columns.ts';
import type { Rule } from './rules/rule.ts';
import { needleAt, type NeedleOptions } from './needle.ts';
import { mostBars, symbolBars, type UniverseFrame } from './universe-frame.ts';

/** The score of every symbol on each section date, as it was known then; laid out as `sections.rows`, NaN where there is none. */
export function scoreSections(frame: UniverseFrame, sections: Sections): Float64Array {
  const one = new Float64Array(1);
  return measured(frame, sections, (symbol, bars, columns, bar) => {
    scoreSeries({ ...bars, time: bars.time.subarray(0, bar + 1) }, columns, scoreMarketOf(frame.symbols[symbol] ?? ''), bar, one);
    return one[0] as number;
  });
}

/** The risk likewise. */
export function riskSections(frame: UniverseFrame, sections: Sections): Float64Array {
  return measured(frame, sections, (_symbol, bars, columns, bar) => riskAt(bars, columns, bar).total ?? NaN);
}

function measured(
  frame: UniverseFrame,
  sections: Sections,
  measure: (symbol: number, bars: BarColumns, columns: ScoreColumns, bar: number) => number,
): Float64Array {
  const width = frame.symbols.length;
  const metric = new Float64Array(sections.rows.length).fill(NaN);
  const compute = scoreColumns(mostBars(frame));
  for (let symbol = 0; symbol < width; symbol += 1) {
    const start = frame.starts[symbol] ?? 0;
    const bars = symbolBars(frame, symbol);
    let columns: ScoreColumns | null = null;
    for (let section = 0; section < sections.dates.length; section += 1) {
      const at = section * width + symbol;
      const row = sections.rows[at] as number;
      if (row < 0) continue;
      columns ??= compute(bars, row - start, 0);
      metric[at] = measure(symbol, bars, columns, row - start);
    }
  }
  return metric;
}

export interface SectionEvent {
  readonly symbol: number;
  /** Row of the frame. */
  readonly row: number;
}

/** Where a rule held on the section dates, for `eventRecord`. `given` must answer as of each bar. */
export function ruleEvents(frame: UniverseFrame, sections: Sections, rule: Rule, given: (symbol: number, bars: BarColumns) => GivenColumns): SectionEvent[] {
  return events(frame, sections, (symbol, bars) => {
    const judge = judgeRule(rule, barRuleColumns(bars, given(symbol, bars)));
    return (bar) => judge(bar) === 1;
  });
}

/** Where the needle stood on the section dates with at least the score asked for. */
export function needleEvents(frame: UniverseFrame, sections: Sections, options: Pick<NeedleOptions, 'longWindow' | 'minimumScore'>): SectionEvent[] {
  return events(frame, sections, (_symbol, bars) => (bar) => (needleAt(bars, bar, options)?.score ?? -1) >= options.minimumScore);
}

function events(
  frame: UniverseFrame,
  sections: Sections,
  test: (symbol: number, bars: BarColumns) => (bar: number) => boolean,
): SectionEvent[] {
  const width = frame.symbols.length;
  const found: SectionEvent[] = [];
  for (let symbol = 0; symbol < width; symbol += 1) {
    const start = frame.starts[symbol] ?? 0;
    const holds = test(symbol, symbolBars(frame, symbol));
    for (let section = 0; section < sections.dates.length; section += 1) {
      const row = sections.rows[section * width + symbol] as number;
      if (row >= 0 && holds(row - start)) found.push({ symbol, row });
    }
  }
  return found;
}
