import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { sliceBars } from '../../../src/shared/bars.ts';
import { chanAt } from '../../../src/renderer/pages/symbol/chan-at.ts';
import { chanLogRows } from '../../../src/renderer/pages/symbol/chan-log-rows.ts';
import { chanTexts } from '../../../src/renderer/pages/symbol/chan-texts.ts';
import { ChanViews, type ChanView } from '../../../src/renderer/pages/symbol/chan-view.ts';
import { randomBars, seededRandom } from '../../analysis/chan/random-bars.ts';

const bars = randomBars(seededRandom(11), 'walk', 1_000);
const request = { bars, basis: 'raw', options: '' } as const;
const never = (): boolean => false;
const always = (): boolean => true;

function ready(view: ChanView): Extract<ChanView, { kind: 'ready' }> {
  if (view.kind !== 'ready') throw new Error(view.error.message);
  return view;
}

test('the structure stands at once, and each portion goes on until every element knows when it was first seen', () => {
  const views = new ChanViews();
  const first = ready(views.view(request, always));
  expect([first.isFollowing, first.structure.lines[0]?.firstSeen]).toEqual([true, null]);
  let portions = 1;
  let view = first;
  while (view.isFollowing && portions < 100) {
    view = ready(views.view(request, always));
    portions++;
  }
  expect(portions).toBeGreaterThan(3);
  expect(view).toEqual(new ChanViews().view(request, never));
  expect(view.structure.lines.every(({ firstSeen }) => firstSeen !== null)).toBe(true);
  const withoutSeen = (part: ChanView): unknown => JSON.parse(JSON.stringify(part, (key, value: unknown) => (key === 'firstSeen' || key === 'isFollowing' ? undefined : value)));
  expect(withoutSeen(view)).toEqual(withoutSeen(first));
});

test('a replay shows bar by bar what was known then, forwards and back', () => {
  const views = new ChanViews();
  for (const count of [400, 401, 402, 380, 381, 1_000]) {
    const cut = { ...request, bars: sliceBars(bars, 0, count) };
    expect(views.view(cut, never)).toEqual(new ChanViews().view(cut, never));
  }
});

test('prices adjusted by an amount are refused, and options that are none', () => {
  expect(new ChanViews().view({ ...request, basis: 'forwardAdditive' }, never)).toMatchObject({ kind: 'refused', error: { code: 'analysis.basis' } });
  expect(new ChanViews().view({ ...request, options: '{"bi_algo":"other"}' }, never)).toMatchObject({ kind: 'refused', error: { code: 'chan.option', params: { field: 'bi_algo' } } });
});

test('a bar knows its trade points and the lines and zones that hold it', () => {
  const { structure } = ready(new ChanViews().view(request, never));
  const point = structure.points.at(-1);
  if (point === undefined) throw new Error('no point');
  const found = chanAt(structure, point.at.bar);
  expect(found.points).toContain(point);
  expect(found.lines.filter(({ part }) => part === 'bi').map(({ end }) => end.bar)).toEqual([point.at.bar]);
});

test('in a replay the log tells nothing later', () => {
  const entries = [
    { part: 'bi', key: '10 up', firstSeen: 12, lastMoved: 18, final: 20, vanished: null },
    { part: 'bsp', key: '11 sell 1p', firstSeen: 14, lastMoved: 14, final: null, vanished: 17 },
    { part: 'zs', key: '15', firstSeen: 19, lastMoved: 19, final: null, vanished: null },
  ] as const;
  const texts = { ...chanTexts(((key: string) => key) as unknown as TFunction), point: (point: string) => `point ${point}` };
  const rows = chanLogRows(entries, 16, texts, String);
  expect(rows.map(({ kind, begin, firstSeen, moved, final, vanished }) => [kind, begin, firstSeen, moved, final, vanished])).toEqual([
    ['point chan.sell1p', '11', '14', '14', '', ''],
    ['chan.kind.bi', '10', '12', '16', '', ''],
  ]);
});
