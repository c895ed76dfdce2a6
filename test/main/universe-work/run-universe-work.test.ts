import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { computeIndicator } from '../../../src/analysis/indicators/compute-indicator.ts';
import { macd } from '../../../src/analysis/indicators/macd.ts';
import { rsi } from '../../../src/analysis/indicators/rsi.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { runUniverseWork, type UniverseWorkRequest } from '../../../src/main/universe-work/run-universe-work.ts';
import type { UniverseWorkName } from '../../../src/main/universe-work/universe-works.ts';
import { randomBars, seededRandom } from '../../analysis/chan/random-bars.ts';
import { draft, temporaryProfile } from '../store/store-fixture.ts';

const symbols = 120;
const bars = 600;
const workerUrl = new URL('../../../src/main/workers/analysis-worker.ts', import.meta.url);
const dyingUrl = new URL('dying-analysis-worker.ts', import.meta.url);
const profile = temporaryProfile();

beforeAll(async () => {
  const store = await profile.openInThread();
  const batch = await store.write.beginImport('walk.csv', 'csv', 1_000 as UtcMs);
  const series = Array.from({ length: symbols }, (_, seed) => {
    const columns = walk(seed);
    return { instrument: draft(`S${seed}`), freq: '1d' as const, origin: 'csv', basis: 'raw' as const, columns };
  });
  await store.write.writeChunk(batch, { series, actions: [], rejections: [] }, 1_000 as UtcMs);
  await store.write.finishImport(batch, { state: 'completed', rows: symbols * bars, rejected: 0 });
});
afterAll(() => profile.dispose());

const walk = (seed: number) => randomBars(seededRandom(seed + 1), 'walk', bars);

function run<Name extends UniverseWorkName>(request: Pick<UniverseWorkRequest<Name>, 'name' | 'plan'> & Partial<UniverseWorkRequest<Name>>) {
  return runUniverseWork({ file: profile.file, workerUrl, signal: new AbortController().signal, onProgress: () => undefined, threads: 1, ...request });
}

const figures = { name: 'newest-figures', plan: { set: 'rsi,macd', freq: '1d', trailing: null } } as const;
const chan = { name: 'newest-chan-facts', plan: { overrides: {}, freq: '1d' } } as const;

describe('work over many symbols', () => {
  test.each([1, 3])('gives the newest figures of every series, with %i threads', async (threads) => {
    const { summary, results } = await run({ ...figures, threads });
    expect(summary.figures).toEqual(['rsi', 'macd.macd', 'macd.signal', 'macd.histogram']);
    expect(results).toHaveLength(symbols);
    for (const seed of [0, 57, symbols - 1]) {
      const own = walk(seed);
      const [r, m] = [computeIndicator(rsi, own), computeIndicator(macd, own)];
      const at = summary.items.findIndex(({ symbol }) => symbol === `DEMO:S${seed}`);
      expect(results[at]).toEqual([r.rsi.at(-1), m.macd.at(-1), m.signal.at(-1), m.histogram.at(-1)]);
    }
  });

  test('tells how far it is, up to the end', async () => {
    const seen: (readonly [number, number])[] = [];
    await run({ ...chan, onProgress: (done, total) => seen.push([done, total]) });
    expect(seen[0]).toEqual([0, symbols]);
    expect(seen.at(-1)).toEqual([symbols, symbols]);
    expect(seen.length).toBeGreaterThan(4);
  });

  test('ends with the reason of an abort, before all is done', async () => {
    const controller = new AbortController();
    const reason = new AppError('app.cancelled');
    let reached = 0;
    const running = run({
      ...chan,
      signal: controller.signal,
      onProgress: (done) => {
        reached = done;
        controller.abort(reason);
      },
    });
    await expect(running).rejects.toBe(reason);
    expect(reached).toBeLessThan(symbols);
  });

  test('a thread that dies fails its own work and no other', async () => {
    const [dead, alive] = await Promise.allSettled([run({ ...figures, workerUrl: dyingUrl }), run({ ...figures, threads: 2 })]);
    expect(dead).toMatchObject({ status: 'rejected', reason: { code: 'analysis.stopped' } });
    expect(alive.status).toBe('fulfilled');
  });

  test('an error of the plan reaches the caller as it was thrown', async () => {
    await expect(run({ ...figures, plan: { ...figures.plan, set: 'nope' } })).rejects.toMatchObject({ code: 'analysis.indicator', params: { value: 'nope' } });
    await expect(run({ ...figures, plan: { ...figures.plan, set: 'relative-strength' }, threads: 2 })).rejects.toMatchObject({ code: 'analysis.input', params: { field: 'benchmark' } });
  });
});
