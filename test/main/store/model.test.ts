import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { BarFlag } from '../../../src/shared/bar-flag.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import type { ChunkOutcome } from '../../../src/main/store/import-store.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { barsAt, chunkOf, contentOf, dailyPart, temporaryProfile } from './store-fixture.ts';

interface Write {
  readonly batch: number;
  readonly price: number;
  readonly open: boolean;
}

/** By code, by time: every value a bar was given, oldest first. What stands last is what a reader sees. */
type Model = Map<string, Map<number, readonly Write[]>>;

type Command =
  | { readonly type: 'write'; readonly batch: 0 | 1; readonly code: string; readonly times: readonly number[]; readonly price: number; readonly open: boolean }
  | { readonly type: 'finish'; readonly batch: 0 | 1 }
  | { readonly type: 'undo'; readonly nth: number }
  | { readonly type: 'compact' };

const times = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 }).map((list) => list.sort((a, b) => a - b)),
  // Runs long enough that single appends behind them go to the tail.
  fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 120 })).map(([from, count]) => Array.from({ length: count }, (_, index) => from + index)),
  fc.integer({ min: 0, max: 300 }).map((time) => [time]),
);

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('write' as const), batch: fc.constantFrom(0 as const, 1 as const), code: fc.constantFrom('AAA', 'BBB'), times, price: fc.integer({ min: 1, max: 4 }), open: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('finish' as const), batch: fc.constantFrom(0 as const, 1 as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const), nth: fc.nat(6) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('compact' as const) }) },
);

test('any sequence of writes, undos and compactions equals a map of histories', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 25 }), async (commands) => {
      const profile = temporaryProfile();
      try {
        const store = await profile.openInThread();
        await follow(store, commands);
        expect(await store.write.check()).toEqual([]);
      } finally {
        await profile.dispose();
      }
    }),
    { numRuns: 60 },
  );
});

async function follow(store: Store, commands: readonly Command[]): Promise<void> {
  const model: Model = new Map();
  const running: (number | null)[] = [null, null];
  const ended: number[] = [];
  for (const step of commands) {
    const [answer, expected] = await take(store, model, running, ended, step);
    expect(answer).toEqual(expected);
    expect(contentOf(store.read)).toEqual(contentOfModel(model));
    expect(revisionsOf(store)).toEqual(revisionsOfModel(model));
  }
}

/** Takes one step in store and model; gives what the one answered and what the other expects. */
async function take(store: Store, model: Model, running: (number | null)[], ended: number[], step: Command): Promise<readonly [unknown, unknown]> {
  if (step.type === 'write') {
    const batch = (running[step.batch] ??= await store.write.beginImport('model.csv', 'csv', 1 as UtcMs));
    const columns = barsAt(step.times, () => step.price, step.open ? BarFlag.open : 0);
    return [await store.write.writeChunk(batch, chunkOf(dailyPart(step.code, columns)), 1 as UtcMs), writeModel(model, batch, step)];
  }
  if (step.type === 'finish') {
    const batch = running[step.batch] ?? null;
    if (batch === null) return [null, null];
    running[step.batch] = null;
    ended.push(batch);
    return [await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 }), undefined];
  }
  if (step.type === 'undo') {
    const [batch] = ended.splice(step.nth % Math.max(1, ended.length), 1);
    return batch === undefined ? [null, null] : [await store.write.undoImport(batch), undoModel(model, batch)];
  }
  return [await store.write.compact(), undefined];
}

function writeModel(model: Model, batch: number, { code, times, price, open }: Extract<Command, { type: 'write' }>): ChunkOutcome {
  const bars = model.get(code) ?? new Map<number, readonly Write[]>();
  model.set(code, bars);
  let unchanged = 0;
  for (const time of times) {
    const history = bars.get(time) ?? [];
    const last = history.at(-1);
    if (last?.price === price && last.open === open) unchanged++;
    else bars.set(time, [...(last?.batch === batch ? history.slice(0, -1) : history), { batch, price, open }]);
  }
  const counts = { imported: times.length - unchanged, unchanged };
  return { ...counts, bySeries: [counts] };
}

function undoModel(model: Model, batch: number): { removed: number; restored: number; members: number } {
  let removed = 0;
  let restored = 0;
  for (const [code, bars] of model) {
    for (const [time, history] of bars) {
      const left = history.filter((write) => write.batch !== batch);
      if (left.length === 0) {
        removed++;
        bars.delete(time);
        continue;
      }
      if (history.at(-1)?.batch === batch) restored++;
      bars.set(time, left);
    }
    if (bars.size === 0) model.delete(code);
  }
  return { removed, restored, members: 0 };
}

function contentOfModel(model: Model): ReturnType<typeof contentOf> {
  return Object.fromEntries(
    [...model].map(([code, bars]) => {
      const sorted = [...bars].sort(([a], [b]) => a - b);
      const columns = barsAt(sorted.map(([time]) => time));
      sorted.forEach(([, history], index) => {
        const { price = 0, open = false } = history.at(-1) ?? {};
        const revised = history.slice(0, -1).some((write) => !write.open);
        columns.open[index] = price - 0.5;
        columns.high[index] = price + 1;
        columns.low[index] = price - 1;
        columns.close[index] = price;
        columns.flags[index] = (open ? BarFlag.open : 0) | (revised ? BarFlag.revised : 0);
      });
      return [`DEMO:${code} 1d csv split`, Object.fromEntries(Object.entries(columns).map(([name, column]): [string, number[]] => [name, [...column]]))];
    }),
  );
}

function revisionsOf(store: Store): Record<string, readonly (readonly [number, number])[]> {
  const codes = new Map(store.read.instruments().map((instrument) => [instrument.id, instrument.code]));
  return Object.fromEntries(
    store.read.series().map((series) => [codes.get(series.instrument), store.read.revisions(series.id).map(({ time, close }) => [time, close] as const)]),
  );
}

function revisionsOfModel(model: Model): ReturnType<typeof revisionsOf> {
  return Object.fromEntries(
    [...model].map(([code, bars]) => [
      code,
      [...bars].sort(([a], [b]) => a - b).flatMap(([time, history]) => history.slice(0, -1).map(({ price }) => [time, price] as const)),
    ]),
  );
}
