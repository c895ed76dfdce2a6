import { describe, expect, test } from 'vitest';
import { takeReply } from '../../../src/renderer/pages/symbol/chart-series.ts';
import { cutSeries } from '../../../src/renderer/pages/symbol/cut-series.ts';
import { sliceBars } from '../../../src/shared/bars.ts';
import { barsReply, seriesInfo, waveBars } from './invented-bars.ts';

const all = waveBars(600);
const held = takeReply(null, barsReply(sliceBars(all, 0, 590)));

describe('the series of a chart', () => {
  test('joins appended bars to those it holds, and its pyramid is that of all of them', () => {
    const grown = takeReply(held, barsReply(sliceBars(all, 590, 600), { mode: 'append', fromIndex: 590, version: 2 }));
    expect(grown?.bars).toEqual(all);
    const level = grown?.pyramid.find(({ size }) => size === 4);
    expect(level?.close.subarray(0, level.count)).toEqual(takeReply(null, barsReply(all))?.pyramid.find(({ size }) => size === 4)?.close.subarray(0, 150));
    expect(grown?.reply.version).toBe(2);
  });

  test('replaces bars from an index on', () => {
    const changed = waveBars(590);
    changed.close[588] = 1;
    const after = takeReply(held, barsReply(sliceBars(changed, 588, 590), { mode: 'replace', fromIndex: 588 }));
    expect([after?.bars.close[587], after?.bars.close[588], after?.bars.time.length]).toEqual([all.close[587], 1, 590]);
  });

  test('keeps its columns when nothing is new', () => {
    const same = takeReply(held, barsReply(sliceBars(all, 0, 0), { mode: 'append', fromIndex: 590 }));
    expect(same?.bars).toBe(held?.bars);
  });

  test('is null for an answer that continues other bars: another frequency, another series, or more than are held', () => {
    const tail = sliceBars(all, 590, 600);
    expect([
      takeReply(held, barsReply(tail, { mode: 'append', fromIndex: 590, freq: '1w' })),
      takeReply(held, barsReply(tail, { mode: 'append', fromIndex: 590, series: seriesInfo({ id: 2 }) })),
      takeReply(held, barsReply(tail, { mode: 'append', fromIndex: 595 })),
      takeReply(null, barsReply(tail, { mode: 'append', fromIndex: 590 })),
    ]).toEqual([null, null, null, null]);
  });

  test('cut to its first bars holds nothing later, in no level', () => {
    const series = takeReply(null, barsReply(all));
    if (series === null) throw new Error('no series');
    const cut = cutSeries(series, 300);
    expect([cut.bars.time.length, cut.pyramid.map(({ size, count }) => count - Math.ceil(300 / size))]).toEqual([300, cut.pyramid.map(() => 0)]);
    expect(cut.key).toBe(series.key);
  });
});
