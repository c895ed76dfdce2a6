import { describe, expect, test } from 'vitest';
import { createAnswerStore } from '../../../src/renderer/stores/answer-store.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import type { MethodInput } from '../../../src/shared/contract/contract.ts';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import type { MethodCaller } from '../../../src/shared/contract/method-caller.ts';

/** A core whose answers are settled by the test, in the order it likes. */
function heldCore() {
  const asked: { readonly symbol: string; readonly settle: (value: unknown) => void; readonly fail: (thrown: unknown) => void }[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const caller: MethodCaller = {
    invoke: ((_method: string, { symbol }: { symbol: string }) => new Promise<unknown>((settle, fail) => asked.push({ symbol, settle, fail }))) as MethodCaller['invoke'],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { caller, asked, send: (symbols: readonly string[] | null = null) => listeners.forEach((listener) => listener({ type: 'data', version: 2, symbols })) };
}

const part = 'score' as const;
const storeOf = (caller: MethodCaller) => createAnswerStore(caller, (input: MethodInput<'analyze.symbol'>) => caller.invoke('analyze.symbol', input));

describe('the store of one answer', () => {
  test('only the answer to the last question counts', async () => {
    const core = heldCore();
    const store = storeOf(core.caller);
    const first = store.getState().ask({ symbol: 'US:A', part });
    const second = store.getState().ask({ symbol: 'US:B', part });
    core.asked[1]?.settle({ symbol: 'US:B' });
    core.asked[0]?.settle({ symbol: 'US:A' });
    await Promise.all([first, second]);
    expect(store.getState().answer).toEqual({ state: 'ready', value: { symbol: 'US:B' } });
  });

  test('the last answer stays while another question is asked, and is dropped when that fails', async () => {
    const core = heldCore();
    const store = storeOf(core.caller);
    const first = store.getState().ask({ symbol: 'US:A', part });
    core.asked[0]?.settle({ symbol: 'US:A' });
    await first;
    const second = store.getState().ask({ symbol: 'US:B', part });
    expect([store.getState().isOther, store.getState().answer.value]).toEqual([true, { symbol: 'US:A' }]);
    core.asked[1]?.fail(new AppError('bars.none', { symbol: 'US:B' }));
    await second;
    expect(store.getState().answer).toMatchObject({ state: 'failed', value: null, error: { code: 'bars.none' } });
  });

  test('changes of the data while it reads lead to one more reading', async () => {
    const core = heldCore();
    const store = storeOf(core.caller);
    const stop = store.getState().watch();
    const first = store.getState().ask({ symbol: 'US:A', part });
    core.asked[0]?.settle({ symbol: 'US:A', bars: 1 });
    await first;
    core.send();
    core.send();
    core.send();
    const reloaded = store.getState().reload();
    core.asked[1]?.settle({ symbol: 'US:A', bars: 2 });
    await new Promise(setImmediate);
    core.asked[2]?.settle({ symbol: 'US:A', bars: 3 });
    await reloaded;
    expect([core.asked.length, store.getState().answer.value]).toEqual([3, { symbol: 'US:A', bars: 3 }]);
    stop();
  });

  test('the bars of other symbols lead to no reading', async () => {
    const core = heldCore();
    const store = storeOf(core.caller);
    const stop = store.getState().watch();
    const first = store.getState().ask({ symbol: 'US:A', part });
    core.asked[0]?.settle({ symbol: 'US:A' });
    await first;
    core.send(['US:B', 'US:C']);
    expect(core.asked).toHaveLength(1);
    core.send(['US:A']);
    expect(core.asked).toHaveLength(2);
    stop();
  });

  test('a failed reload keeps the last good value', async () => {
    const core = heldCore();
    const store = storeOf(core.caller);
    const first = store.getState().ask({ symbol: 'US:A', part });
    core.asked[0]?.settle({ symbol: 'US:A' });
    await first;
    const again = store.getState().reload();
    core.asked[1]?.fail(new AppError('app.closing'));
    await again;
    expect(store.getState().answer).toMatchObject({ state: 'failed', value: { symbol: 'US:A' }, error: { code: 'app.closing' } });
  });
});
