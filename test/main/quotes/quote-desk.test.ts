import { expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { Cache } from '../../../src/main/cache/cache.ts';
import { guardedLevel } from '../../../src/main/cache/guarded-level.ts';
import { memoryLevel } from '../../../src/main/cache/memory-level.ts';
import { timesUnder } from '../../../src/main/cache/times-under.ts';
import type { Asked, Quote } from '../../../src/main/providers/provider.ts';
import type { Source } from '../../../src/main/providers/sources.ts';
import { createQuoteDesk } from '../../../src/main/quotes/quote-desk.ts';
import type { Instrument } from '../../../src/main/store/store.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

const quote = (mic: string, code: string, price: number): Quote => ({ mic, code, price, previousClose: 9, open: NaN, high: NaN, low: NaN, volume: 100, amount: NaN, at: null, peRatio: NaN, pbRatio: NaN, marketCap: NaN });

/** A desk over two sources, of which the first comes first for every symbol but `NONE`, which nobody covers. */
function bench() {
  const [clock, log] = [new ManualClock(), new MemoryLog()];
  const asked: string[] = [];
  const state = { firstFails: false, secondFails: false, offline: false, price: 10 };
  const source = (name: string, fails: () => boolean): Source => {
    const quotes = async (instruments: readonly Asked[]): Promise<readonly Quote[]> => {
      asked.push(`${name} ${instruments.map(({ code }) => code).join(',')}`);
      if (fails()) throw new AppError('cache.source', { problem: name });
      return instruments.filter(({ code }) => code !== 'GONE').map(({ mic, code }) => quote(mic, code, state.price));
    };
    return { facts: { name }, hasKey: async () => true, provider: { name, quotes, covers: () => true } } as unknown as Source;
  };
  const all = [source('first', () => state.firstFails), source('second', () => state.secondFails)];
  const cache = new Cache({
    memory: guardedLevel({ name: 'memory', open: () => memoryLevel({ entries: 100, bytes: 100_000 }), clock, log }),
    disk: guardedLevel({ name: 'disk', open: null, clock, log }), clock, log, timesOf: timesUnder(300_000),
  });
  const desk = createQuoteDesk({
    cache, batch: 2, offline: () => state.offline,
    sources: { forInstrument: ({ code }) => (code === 'NONE' ? [] : all) },
    read: { instrument: (symbol) => ({ symbol, mic: 'XNAS', code: symbol.slice(5) }) as Instrument },
  });
  return { desk, asked, state, clock };
}

test('quotes are asked for in batches, and those at hand are not asked for again', async () => {
  const { desk, asked } = bench();
  const symbols = ['XNAS:A', 'XNAS:B', 'XNAS:C', 'XNAS:NONE'];
  const { answers, failures } = await desk.read(symbols);
  expect([[...answers.keys()], failures.size]).toEqual([['XNAS:A', 'XNAS:B', 'XNAS:C'], 0]);
  expect(answers.get('XNAS:A')).toMatchObject({ value: { price: 10, open: null }, source: 'first', state: 'fresh' });
  await desk.read(symbols);
  expect(asked).toEqual(['first A,B', 'first C']);
});

test('what the first source fails on, or does not have, the next one is asked for', async () => {
  const { desk, asked, state } = bench();
  state.firstFails = true;
  const { answers, failures } = await desk.read(['XNAS:A', 'XNAS:GONE']);
  expect([answers.get('XNAS:A')?.source, failures.get('XNAS:GONE')?.code]).toEqual(['second', 'cache.nothing']);
  expect(asked).toEqual(['first A,GONE', 'second A,GONE']);
});

test('with every source down or the switch off the last good quote stands, with its age and the reason', async () => {
  const { desk, state, clock } = bench();
  const first = await desk.read(['XNAS:A']);
  clock.advance(3_600_000);
  [state.firstFails, state.secondFails] = [true, true];
  const fetchedAt = first.answers.get('XNAS:A')?.fetchedAt;
  expect((await desk.read(['XNAS:A'])).answers.get('XNAS:A')).toMatchObject({ state: 'last-good', fetchedAt, problem: { code: 'cache.source' } });
  state.offline = true;
  const offline = await desk.read(['XNAS:A', 'XNAS:B']);
  expect([offline.answers.get('XNAS:A')?.problem?.code, offline.failures.get('XNAS:B')?.code]).toEqual(['network.offline', 'network.offline']);
});

test('a reader can ask for younger quotes than the cache would give', async () => {
  const { desk, state, clock } = bench();
  await desk.read(['XNAS:A']);
  clock.advance(30_000);
  state.price = 11;
  expect((await desk.read(['XNAS:A'])).answers.get('XNAS:A')?.value.price).toBe(10);
  expect((await desk.read(['XNAS:A'], 15_000)).answers.get('XNAS:A')?.value.price).toBe(11);
});
