import { beforeAll, describe, expect, test } from 'vitest';
import { eventRecord, recordSections, trackRecord } from '../../../src/analysis/models/track-record.ts';
import { dailyFacts } from '../../../src/analysis/universe/daily-facts.ts';
import { parseRule } from '../../../src/analysis/universe/rules/parse-rule.ts';
import { readyRules } from '../../../src/analysis/universe/rules/ready-rules.ts';
import { runRules } from '../../../src/analysis/universe/rules/run-rules.ts';
import { hotSpots } from '../../../src/analysis/universe/hot-spots.ts';
import { findNeedle } from '../../../src/analysis/universe/needle.ts';
import { usualNeedle } from './usual-needle.ts';
import { finish } from '../../doubles/finish.ts';
import { rankJumps } from '../../../src/analysis/universe/rank-jump.ts';
import { rankedCount, rankTable, type RankTable } from '../../../src/analysis/universe/rank-table.ts';
import { defaultSignalSettings, signalKinds, signals } from '../../../src/analysis/universe/signals.ts';
import { steadyRises } from '../../../src/analysis/universe/steady-rise.ts';
import { frameAsOf, symbolBars, type UniverseFrame } from '../../../src/analysis/universe/universe-frame.ts';
import { universeModels, type UniverseModels } from '../../../src/analysis/universe/universe-models.ts';
import { riskSections, scoreSections } from '../../../src/analysis/universe/section-metrics.ts';
import { sliceBars } from '../../../src/shared/bars.ts';
import type { TradingDate } from '../../../src/shared/time.ts';
import { hasSp500, sp500Frame } from '../sp500-frame.ts';

interface Ranked {
  readonly models: UniverseModels;
  readonly table: RankTable;
}

function ranked(frame: UniverseFrame): Ranked {
  const facts = dailyFacts(frame, 15);
  const models = universeModels(frame, facts, usualNeedle);
  return { models, table: rankTable(facts, models.score) };
}

/** The same frame with every later row really gone, in columns of its own. */
function deletedAfter(frame: UniverseFrame, date: number): UniverseFrame {
  const cut = frameAsOf(frame, date as TradingDate);
  const parts = frame.symbols.map((_, symbol) => symbolBars(cut, symbol));
  const starts: number[] = [];
  let rows = 0;
  for (const part of parts) {
    starts.push(rows);
    rows += part.time.length;
  }
  const joined = sliceBars(frame.bars, 0, rows);
  const bars = Object.fromEntries(Object.entries(joined).map(([name, column]) => [name, column.slice()])) as unknown as UniverseFrame['bars'];
  for (const [symbol, part] of parts.entries()) {
    for (const name of Object.keys(bars) as (keyof typeof bars)[]) bars[name].set(part[name], starts[symbol]);
  }
  return { ...cut, bars, starts: Int32Array.from(starts), ends: Int32Array.from(parts.map((part, symbol) => (starts[symbol] ?? 0) + part.time.length)) };
}

// Generous: the reference file is large and the machine may be busy.
const timeout = 120_000;

describe.skipIf(!hasSp500)('on 505 symbols over five years', { timeout }, () => {
  let frame: UniverseFrame;
  let whole: Ranked;
  beforeAll(() => {
    frame = sp500Frame();
    whole = ranked(frame);
  }, timeout);

  test('every symbol has its own score and its own rank on every one of fifteen dates', () => {
    const { table } = whole;
    const width = table.symbols.length;
    const distinct = Array.from(table.dates, (_, day) => {
      const scores = table.metric.subarray(day * width, (day + 1) * width).filter((value) => !Number.isNaN(value));
      const ranks = table.rank.subarray(day * width, (day + 1) * width).filter((rank) => rank > 0);
      return [new Set(scores).size === scores.length, new Set(ranks).size === rankedCount(table, day), rankedCount(table, day) >= 504];
    });
    expect(distinct).toEqual(Array.from({ length: 15 }, () => [true, true, true]));
  });

  test('every detector fires on some symbols and on less than all', () => {
    const { table, models } = whole;
    const found = signals(table, { settings: defaultSignalSettings, needleScores: models.needle });
    const fired = Object.fromEntries(signalKinds.map((kind) => [kind, [...found.values()].filter(({ rows }) => rows.some((row) => row.code === `signal.${kind}` && row.contribution > 0)).length]));
    const counts = {
      hotSpots: hotSpots(table, { period: 5, maxCount: 1000, board: 'all' }).spots.length,
      rankJumps: rankJumps(table, { threshold: 2500, sigma: 1 }).jumps.length,
      steadyRises: steadyRises(table, { period: 3, minimumImprovement: 500, sigma: 1 }).rises.length,
      needles: frame.symbols.filter((_, symbol) => findNeedle(symbolBars(frame, symbol), usualNeedle) !== null).length,
      ...fired,
      turnover: fired.turnover,
    };
    const { turnover, ...rest } = counts;
    // No share counts in this file, so turnover cannot fire.
    expect([turnover, Object.entries(rest).filter(([, count]) => !((count ?? 0) > 0 && (count ?? 0) < 400))]).toEqual([0, []]);
  });

  test('deleting the future changes no figure', () => {
    const date = frame.dates[800] as number;
    const [cut, gone] = [ranked(frameAsOf(frame, date as TradingDate)), ranked(deletedAfter(frame, date))];
    expect([cut.models.score, cut.models.needle, cut.table.rank]).toEqual([gone.models.score, gone.models.needle, gone.table.rank]);
    expect(cut.models.risk.map((risk) => risk?.total)).toEqual(gone.models.risk.map((risk) => risk?.total));
  });

  test('the track record of the score counts 24 cross-sections in tenths', () => {
    const sections = recordSections(frame, 24, 20);
    const record = trackRecord(frame, sections, scoreSections(frame, sections));
    expect([record.sections.length, record.outcomes.length, record.outcomes.every(({ samples }) => samples > 1000), record.membership]).toEqual([24, 30, true, 'today']);
  });

  test('risk and rules have track records of their own', () => {
    const sections = recordSections(frame, 24, 20);
    const risky = trackRecord(frame, sections, riskSections(frame, sections));
    const [outcome] = finish(runRules([parseRule(readyRules.oversoldTurn)], frame, () => () => null, { dates: [], sections }));
    const rule = eventRecord(frame, outcome?.events ?? []);
    expect([risky.outcomes.length, rule.map(({ horizon }) => horizon), rule.every(({ samples }) => samples > 100)]).toEqual([30, [5, 10, 20], true]);
  });

  test('the track record as of a date knows nothing of what came later', () => {
    const record = (of: UniverseFrame): unknown => {
      const sections = recordSections(of, 6, 20);
      return trackRecord(of, sections, scoreSections(of, sections));
    };
    const date = frame.dates[800] as number;
    expect(record(frameAsOf(frame, date as TradingDate))).toEqual(record(deletedAfter(frame, date)));
  });
});
