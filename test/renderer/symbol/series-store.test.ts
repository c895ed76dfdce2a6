import { describe, expect, test } from 'vitest';
import { createSeriesStore } from '../../../src/renderer/pages/symbol/series-store.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { sliceBars } from '../../../src/shared/bars.ts';
import type { BarsReply, SeriesInfo } from '../../../src/shared/contract/bars.ts';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import type { MethodCaller } from '../../../src/shared/contract/method-caller.ts';
import { barsReply, seriesInfo, waveBars } from './invented-bars.ts';

interface Asked {
  readonly symbol: string;
  readonly freq?: string;
  readonly adjust?: string;
  readonly sinceVersion?: number;
}

/** A core that answers from a function and records what was asked. */
function fakeCore(stored: readonly SeriesInfo[], answer: (asked: Asked) => BarsReply | Promise<BarsReply>) {
  const asked: Asked[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const caller: MethodCaller = {
    invoke: (async (method: string, input: Asked) => {
      if (method === 'series.list') return stored;
      asked.push(input);
      return answer(input);
    }) as MethodCaller['invoke'],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { caller, asked, send: (event: AppEvent) => listeners.forEach((listener) => listener(event)), listeners };
}

const all = waveBars(100);
const day = { symbol: 'XNYS:QQQ', freq: '1d', adjust: 'none' } as const;

describe('the store of a chart series', () => {
  test('shows days where the wanted minutes are not stored', async () => {
    const core = fakeCore([seriesInfo()], () => barsReply(all));
    const store = createSeriesStore(core.caller);
    await store.getState().open({ ...day, freq: '5m' });
    expect(core.asked.map(({ freq }) => freq)).toEqual(['1d']);
    expect(store.getState().series.state).toBe('ready');
  });

  test('asks only for what is new when its data change, and leaves other symbols alone', async () => {
    const core = fakeCore([seriesInfo()], ({ sinceVersion }) => sinceVersion === undefined
      ? barsReply(sliceBars(all, 0, 99))
      : barsReply(sliceBars(all, 99, 100), { mode: 'append', fromIndex: 99, version: 2 }));
    const store = createSeriesStore(core.caller);
    const stop = store.getState().watch();
    await store.getState().open(day);
    core.send({ type: 'data', version: 2, symbols: ['XNYS:OTHER'] });
    const grown = new Promise((settle) => store.subscribe(settle));
    core.send({ type: 'data', version: 2, symbols: ['XNYS:QQQ'] });
    await grown;
    expect(core.asked.map(({ sinceVersion }) => sinceVersion)).toEqual([undefined, 1]);
    expect(store.getState().series.value?.bars.time.length).toBe(100);
    stop();
    expect(core.listeners.size).toBe(0);
  });

  test('shows the answer to the last request even when an earlier one comes later', async () => {
    const settle: ((reply: BarsReply) => void)[] = [];
    const core = fakeCore([seriesInfo()], () => new Promise((resolve) => settle.push(resolve)));
    const store = createSeriesStore(core.caller);
    const first = store.getState().open(day);
    await Promise.resolve();
    const second = store.getState().open({ ...day, freq: '1w' });
    await Promise.resolve();
    await Promise.resolve();
    settle[1]?.(barsReply(sliceBars(all, 0, 20), { freq: '1w' }));
    settle[0]?.(barsReply(all));
    await Promise.all([first, second]);
    expect(store.getState().series.value?.reply.freq).toBe('1w');
  });

  test('keeps the last good bars of the symbol when a later read fails, and drops those of another', async () => {
    let fails = false;
    const core = fakeCore([seriesInfo()], () => {
      if (fails) throw new AppError('app.timeout', { method: 'bars.read', timeoutMs: 1 });
      return barsReply(all);
    });
    const store = createSeriesStore(core.caller);
    await store.getState().open(day);
    fails = true;
    await store.getState().open({ ...day, freq: '1w' });
    expect([store.getState().series.state, store.getState().series.value?.bars.time.length]).toEqual(['failed', 100]);
    await store.getState().open({ ...day, symbol: 'XNYS:OTHER' });
    expect([store.getState().series.state, store.getState().series.value]).toEqual(['failed', null]);
  });

  test('shows unadjusted bars where the wanted adjustment cannot be computed', async () => {
    const core = fakeCore([seriesInfo()], ({ adjust }) => {
      if (adjust === 'forward') throw new AppError('bars.adjustment', { symbol: 'XNYS:QQQ', adjust: 'forward', basis: 'split', allowed: 'none' });
      return barsReply(all);
    });
    const store = createSeriesStore(core.caller);
    await store.getState().open({ ...day, adjust: 'forward' });
    expect(store.getState().series.value?.reply.adjust).toBe('none');
  });
});
