import { usualDays } from '../../analysis/universe/analyze-universe.ts';
import { passesBoard } from '../../analysis/universe/board-filter.ts';
import { hotList } from '../../analysis/universe/hot-list.ts';
import { hotSpots } from '../../analysis/universe/hot-spots.ts';
import { findNeedle } from '../../analysis/universe/needle.ts';
import { rankJumps } from '../../analysis/universe/rank-jump.ts';
import { steadyRises } from '../../analysis/universe/steady-rise.ts';
import { symbolBars } from '../../analysis/universe/universe-frame.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { DetectorAnswer, DetectorRow } from '../../shared/contract/detector-figures.ts';
import { rankRow, type RankedUniverse } from './ranked-universe.ts';
import type { UniverseDesk } from './universe-desk.ts';

type DetectorInput = ParsedInput<'scan.detect'>;
type Found = Pick<DetectorAnswer, 'effective' | 'band'> & { readonly rows: readonly (Pick<DetectorRow, 'value' | 'inBand' | 'label'> & { readonly symbol: number })[] };

/** Sessions and thresholds where none are given; ranks and places are those of 5,500 names. */
const usual = {
  hotSpots: { period: 5, threshold: 1000 },
  hotList: { period: 14, threshold: 2 },
  rankJump: { period: 2, threshold: 2500 },
  steadyRise: { period: 3, threshold: 500 },
  needle: { period: 5, threshold: 0 },
} as const;

/** What one of the ready detectors finds on the date. */
export function scanDetect({ rank, only, header }: UniverseDesk, input: DetectorInput): DetectorAnswer {
  const period = input.period ?? usual[input.detector].period;
  const threshold = input.threshold ?? usual[input.detector].threshold;
  const ranked = rank(input, { metric: input.metric, days: Math.max(usualDays, period) });
  const { table } = ranked;
  const wanted = only(ranked, input);
  const { rows: found, effective, band } = detect(ranked, input, period, threshold);
  const width = table.symbols.length;
  const rows = found
    .filter(({ symbol }) => wanted(symbol) && passesBoard(table.symbols[symbol] ?? '', input.board))
    .map(({ symbol, ...figures }): DetectorRow => {
      const ranks = Array.from({ length: Math.min(period, table.dates.length) }, (_, day) => table.rank[(table.dates.length - Math.min(period, table.dates.length) + day) * width + symbol] || null);
      return { ...rankRow(ranked, symbol), ranks, ...figures };
    });
  return { ...header(ranked, input), detector: input.detector, effective, band, industries: topIndustries(rows), rows };
}

function detect(ranked: RankedUniverse, input: DetectorInput, period: number, threshold: number): Found {
  const { table, frame } = ranked;
  const indexOf = new Map(table.symbols.map((symbol, index) => [symbol, index]));
  const index = (symbol: string): number => indexOf.get(symbol) ?? -1;
  switch (input.detector) {
    case 'hotSpots': {
      const { spots, effectiveMaxCount } = hotSpots(table, { period, maxCount: threshold, board: input.board });
      const rows = spots.map(({ symbol, days }) => ({ symbol: index(symbol), value: days, inBand: null, label: null }));
      return { rows, band: null, effective: { top: effectiveMaxCount } };
    }
    case 'hotList': {
      const entries = hotList(table, { period }).filter(({ label }) => label !== null && label.hits >= threshold);
      const rows = entries.map(({ symbolIndex, label }) => ({ symbol: symbolIndex, value: label?.hits ?? 0, inBand: null, label: label === null ? null : `TOP${label.tier}` }));
      return { rows, band: null, effective: { hits: threshold } };
    }
    case 'rankJump': {
      const { jumps, band, effectiveThreshold } = rankJumps(table, { threshold, sigma: input.sigma });
      return { rows: jumps.map(({ symbol, change, inBand }) => ({ symbol: index(symbol), value: change, inBand, label: null })), band, effective: { places: effectiveThreshold } };
    }
    case 'steadyRise': {
      const { rises, band, effectiveMinimum } = steadyRises(table, { period, minimumImprovement: threshold, sigma: input.sigma });
      return { rows: rises.map(({ symbol, total, inBand }) => ({ symbol: index(symbol), value: total, inBand, label: null })), band, effective: { places: effectiveMinimum } };
    }
    case 'needle': {
      const options = { days: period, minimumScore: threshold, pattern: input.pattern, requireBbi: input.requireBbi, longWindow: input.longWindow };
      const needles = table.symbols.flatMap((_, symbol) => {
        // Only what trades on the date: an old needle of a suspended share says nothing today.
        const bars = symbolBars(frame, symbol);
        const needle = bars.time.at(-1) === table.dates.at(-1) ? findNeedle(bars, options) : null;
        return needle === null ? [] : [{ symbol, value: needle.score, inBand: null, label: needle.pattern }];
      });
      return { rows: needles.sort((a, b) => b.value - a.value || a.symbol - b.symbol), band: null, effective: { score: threshold } };
    }
  }
}

function topIndustries(rows: readonly DetectorRow[]): { readonly industry: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { industry } of rows) if (industry !== null) counts.set(industry, (counts.get(industry) ?? 0) + 1);
  return [...counts]
    .map(([industry, count]) => ({ industry, count }))
    .sort((a, b) => b.count - a.count || (a.industry < b.industry ? -1 : 1))
    .slice(0, 10);
}
