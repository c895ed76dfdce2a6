import { expect, test } from 'vitest';
import { createSourcesStore } from '../../../src/renderer/stores/sources-store.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import type { MethodCaller } from '../../../src/shared/contract/method-caller.ts';

/** A desk whose refreshes fail with a code (null for none) and whose lists have what they have. */
function openStore(failure: 'network.offline' | 'symbol.market' | null, listed: readonly string[]) {
  const asked: string[] = [];
  const invoke = async (method: string, input: { readonly symbol?: string }): Promise<unknown> => {
    asked.push(method);
    if (method === 'refresh.start' && failure !== null) throw new AppError(failure, {});
    return { added: listed.includes(input.symbol ?? '') };
  };
  return { asked, store: createSourcesStore({ invoke, subscribe: () => () => undefined } as MethodCaller) };
}

test('what was found is fetched; offline it is put into the list without bars', async () => {
  const online = openStore(null, []);
  await online.store.getState().take('XSHG:600519');
  const offline = openStore('network.offline', ['XSHG:600519']);
  await offline.store.getState().take('XSHG:600519');
  expect([online.asked, offline.asked]).toEqual([['refresh.start'], ['refresh.start', 'sources.add']]);
});

test('what no held list has cannot be added offline, and another failure is told as it is', async () => {
  await expect(openStore('network.offline', []).store.getState().take('XNAS:AAPL')).rejects.toMatchObject({ code: 'network.offline' });
  const other = openStore('symbol.market', ['700']);
  await expect(other.store.getState().take('700')).rejects.toMatchObject({ code: 'symbol.market' });
  expect(other.asked).toEqual(['refresh.start']);
});
