import { describe, expect, test } from 'vitest';
import { analyzeChan } from '../../../src/analysis/chan/chan-analysis.ts';
import { zigzag } from './literal-bars.ts';

/** Every pair of turns is a stroke of ±0.5 beyond them; the first leg has no fractal to start from. */
function structureOf(turns: readonly number[], overrides: object = {}): ReturnType<typeof analyzeChan> {
  return analyzeChan({ bars: zigzag(turns), frequency: '1d', basis: 'raw', overrides });
}

function segments(turns: readonly number[], overrides: object = {}): string[] {
  return structureOf(turns, overrides).seg.map((seg) => `${seg.begin_bi}–${seg.end_bi} ${seg.dir}${seg.is_sure ? '' : '?'} ${seg.reason}`);
}

describe('segments', () => {
  test('a fractal of the falling strokes without a gap ends a rising segment', () => {
    // Falling strokes 20.5–14.5, 25.5–17.5, 22.5–13.5: the second is highest, the third breaks below it.
    expect(segments([30, 10, 20, 15, 25, 18, 22, 14, 19, 12, 16, 8])).toEqual(['0–2 up normal', '3–9 down? collectleft_find_low']);
  });

  test('a first segment is split where an earlier turn lies further out', () => {
    expect(segments([30, 10, 20, 15, 40, 25, 32, 21, 36, 30, 45, 40, 60]).slice(0, 2)).toEqual(['0–0 up? split_first_1st', '1–3 down? split_first_2nd']);
  });

  test('three strokes without a fractal make a provisional one to their extreme and a rest', () => {
    expect(segments([30, 10, 20, 15, 25, 12])).toEqual(['0–2 up? 0seg_find_high', '3–3 down? collect_left_0']);
  });

  test('"all" makes them one', () => {
    expect(segments([30, 10, 20, 15, 25, 12], { left_seg_method: 'all' })).toEqual(['0–3 up? 0seg_collect_all']);
  });
});

describe('zones and points', () => {
  const turns = [30, 10, 60, 40, 55, 42, 70, 50, 65, 30, 50, 20, 40, 10, 30, 5];

  test('two strokes against the segment that overlap make a zone of what they share', () => {
    expect(structureOf(turns).zs[0]).toMatchObject({ begin_bi: 1, end_bi: 3, zd: 41.5, zg: 55.5, dd: 39.5, gg: 60.5, bi_in: 0, bi_out: 4, is_sure: true, n_sub: 0 });
  });

  test('a zone that price left for a new extreme ends in a type 1, its pull-backs are types 2 and 2s, and leaving the next zone is a 3a', () => {
    expect(structureOf(turns).bsp.map(({ bi, is_buy, types }) => `${is_buy ? 'buy' : 'sell'} ${types.join()} at ${bi}`)).toEqual([
      'sell 1 at 4', 'sell 2 at 6', 'sell 2s at 8', 'sell 3a at 10', 'buy 1 at 13',
    ]);
  });

  test('a pull-back names the turn that it follows', () => {
    const { bsp } = structureOf(turns);
    expect(bsp[1]?.bsp1_date).toBe(bsp[0]?.date);
  });

  test('divergence by amplitude compares the line out of the zone with the line into it', () => {
    const [turn] = structureOf(turns, { macd_algo: 'amp' }).bsp;
    // Out: 41.5 to 70.5, in: 9.5 to 60.5, each over its start.
    expect(turn?.divergence_rate).toBeCloseTo(29 / 41.5 / (51 / 9.5), 12);
  });

  test('a line out that is not weaker by the rate asked for is no point, and nothing follows it', () => {
    expect(structureOf(turns, { macd_algo: 'amp', divergence_rate: 0.1 }).bsp.map(({ types }) => types)).toEqual([]);
  });

  test('unwanted types are left out, and the types that follow them stay unless they must follow', () => {
    const points = structureOf(turns, { bs_type: '2', bsp2_follow_1: false }).bsp;
    expect(points.map(({ bi, types }) => [bi, types])).toEqual([[6, ['2']]]);
  });

  test('two strokes that do not overlap are a zone each where one line may be one', () => {
    const rising = [20, 10, 30, 20, 60, 50, 80, 66];
    expect(structureOf(rising, { one_bi_zs: true }).zs.map(({ begin_bi, end_bi, zd, zg }) => [begin_bi, end_bi, zd, zg])).toEqual([[1, 1, 19.5, 30.5], [3, 3, 49.5, 60.5]]);
    expect(structureOf(rising).zs).toEqual([]);
  });
});

test.each([
  ['slope', (60.5 - 9.5) / 60.5 / 6],
  ['amp', (60.5 - 9.5) / 9.5],
  ['volumn', 600],
  ['volumn_avg', 100],
])('the strength by %s is taken over the bars of the line', (metric, into) => {
  const [turn] = structureOf([30, 10, 60, 40, 55, 42, 70, 50, 65, 30, 50, 20], { macd_algo: metric }).bsp;
  const out: Record<string, number> = { slope: (70.5 - 41.5) / 70.5 / 6, amp: 29 / 41.5, volumn: 600, volumn_avg: 100 };
  expect(turn?.divergence_rate).toBeCloseTo((out[metric] ?? NaN) / into, 12);
});
