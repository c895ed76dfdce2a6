import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Portions } from '../../../src/analysis/universe/portions.ts';
import { finish } from '../../doubles/finish.ts';
import { inPortions } from '../../../src/main/universe/in-portions.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import { temporaryProfile } from '../store/store-fixture.ts';
import { asking, fillUniverse } from './invented-universe.ts';

function* counting(total: number, log: number[] = []): Portions<string> {
  for (let done = 0; done < total; done += 1) {
    log.push(done);
    yield { done, total };
  }
  return 'counted';
}

const profile = temporaryProfile();
let ask: ReturnType<typeof asking>;
beforeAll(async () => {
  const store = await profile.openInThread();
  await fillUniverse(store);
  ask = asking(store);
});
afterAll(() => profile.dispose());

test('a work comes to the same with and without rests', async () => {
  const watch = { signal: new AbortController().signal, progress: () => undefined };
  expect([finish(counting(40)), await inPortions(counting(40), watch)]).toEqual(['counted', 'counted']);
});

test('a work that is given up goes no further than its next rest', async () => {
  const controller = new AbortController();
  const log: number[] = [];
  const progress = (done: number): void => {
    if (done === 16) controller.abort(new AppError('app.cancelled'));
  };
  await expect(inPortions(counting(1_000, log), { signal: controller.signal, progress })).rejects.toMatchObject({ code: 'app.cancelled' });
  expect(log.at(-1)).toBe(16);
});

test('a ranking is answered while a scan is at work', async () => {
  const order: string[] = [];
  const scan = ask('scan.run', { rule: 'chanBuy' }).then(() => order.push('scan'));
  const ranks = ask('scan.ranks', {}).then(() => order.push('ranks'));
  await Promise.all([scan, ranks]);
  expect(order).toEqual(['ranks', 'scan']);
});

test.each([['scan.run', { rule: 'chanBuy' }], ['scan.backtest', { text: 'close > highest(20)' }]] as const)('%s tells how many of the symbols are done', async (method, input) => {
  const told: (readonly [number, number])[] = [];
  await ask(method, input, { signal: new AbortController().signal, progress: (done, total) => told.push([done, total]) });
  expect(told).toEqual([[0, 40], [16, 40], [32, 40]]);
});
