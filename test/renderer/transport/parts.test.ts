import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaskEvent } from '../../../src/shared/contract/tasks.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { takeLoopbackToken } from '../../../src/renderer/transport/loopback-token.ts';
import { parseEventStream, type StreamMessage } from '../../../src/renderer/transport/parse-event-stream.ts';
import { TaskGaps } from '../../../src/renderer/transport/task-gaps.ts';

const step = (id: number, task = 't'): TaskEvent => ({ id, task, at: 0 as UtcMs, type: 'log', snapshot: null, code: null, params: {} });

describe('the task events of a page', () => {
  function setUp(kept: readonly TaskEvent[]) {
    const [heard, asked]: [number[], number[]] = [[], []];
    const gaps = new TaskGaps(
      async (task, after) => {
        asked.push(after);
        return kept.filter((event) => event.task === task && event.id > after);
      },
      (event) => heard.push(event.id),
    );
    return { gaps, heard, asked };
  }

  test('pass in order without doubles', () => {
    const { gaps, heard, asked } = setUp([]);
    for (const id of [1, 2, 2, 1, 3]) gaps.accept(step(id));
    expect([heard, asked]).toEqual([[1, 2, 3], []]);
  });

  test('that are missing are read before later ones pass', async () => {
    const { gaps, heard, asked } = setUp([1, 2, 3, 4, 5].map((id) => step(id)));
    for (const id of [1, 4, 5]) gaps.accept(step(id));
    expect(heard).toEqual([1]);
    await expect.poll(() => heard).toEqual([1, 2, 3, 4, 5]);
    gaps.accept(step(6));
    expect([heard.at(-1), asked]).toEqual([6, [1]]);
  });

  test('that cannot be read any more leave a gap, and the rest passes', async () => {
    const heard: number[] = [];
    const gaps = new TaskGaps(() => Promise.reject(new Error('gone')), (event) => heard.push(event.id));
    for (const id of [1, 4, 5]) gaps.accept(step(id));
    await expect.poll(() => heard).toEqual([1, 4, 5]);
  });

  test('are read from the last one seen when a page catches up', async () => {
    const { gaps, heard } = setUp([1, 2, 3].map((id) => step(id)));
    gaps.accept(step(2));
    await gaps.catchUp('t');
    await gaps.catchUp('unseen');
    expect(heard).toEqual([2, 3]);
  });
});

test('an event stream parses to the same messages however it is cut', async () => {
  const stream = 'id: r-1\nevent: open\ndata:\n\n: beat\n\nid: r-2\ndata: [{"type":"data"}]\n\n';
  async function* cutAt(cuts: readonly number[]): AsyncGenerator<string> {
    let from = 0;
    for (const cut of [...new Set(cuts)].sort((a, b) => a - b)) {
      yield stream.slice(from, cut);
      from = cut;
    }
    yield stream.slice(from);
  }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(stream.length)), async (cuts) => {
      const messages: StreamMessage[] = [];
      for await (const message of parseEventStream(cutAt(cuts))) messages.push(message);
      expect(messages).toEqual([
        { id: 'r-1', event: 'open', data: '' },
        { id: 'r-2', event: 'message', data: '[{"type":"data"}]' },
      ]);
    }),
  );
});

describe('H6 the key of the page', () => {
  const token = 'k'.repeat(43);

  function page(hash: string, stored: Record<string, string> = {}) {
    const urls: string[] = [];
    const storage = new Map(Object.entries(stored));
    const sessionStorage = { getItem: (name: string) => storage.get(name) ?? null, setItem: (name: string, value: string) => void storage.set(name, value) };
    return { urls, storage, place: { location: { hash, pathname: '/' }, history: { replaceState: (_state: null, _unused: string, url: string) => void urls.push(url) }, sessionStorage } };
  }

  test('H6 is taken from the fragment, removed from the address and kept for a reload', () => {
    const { place, urls, storage } = page(`#token=${token}`);
    expect([takeLoopbackToken(place), urls, [...storage.values()]]).toEqual([token, ['/'], [token]]);
    expect(takeLoopbackToken(page('', Object.fromEntries(storage)).place)).toBe(token);
  });

  test('H6 is nothing else that may stand in a fragment', () => {
    for (const hash of ['', '#token=', '#token=short', `#token=${token}x`, `#x=${token}`]) expect(takeLoopbackToken(page(hash).place)).toBeNull();
  });
});
