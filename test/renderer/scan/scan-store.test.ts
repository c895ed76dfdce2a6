import { describe, expect, test } from 'vitest';
import { itemKey, itemOf, type ScanItem } from '../../../src/renderer/pages/scan/scan-item.ts';
import { createScanStore } from '../../../src/renderer/pages/scan/scan-store.ts';
import { parseSignalSettings } from '../../../src/renderer/pages/scan/signal-settings-store.ts';
import { AppError } from '../../../src/shared/app-error.ts';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import type { MethodCaller } from '../../../src/shared/contract/method-caller.ts';
import type { TaskState } from '../../../src/shared/contract/tasks.ts';
import { ended } from '../stores/ended-task.ts';

const own = { name: 'mine', text: 'close > 10', ready: false, lastRun: null };

function core(answer: (method: string, input: unknown) => unknown) {
  const asked: [string, unknown][] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const caller: MethodCaller = {
    invoke: (async (method: string, input: unknown) => {
      asked.push([method, input]);
      return answer(method, input);
    }) as MethodCaller['invoke'],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const end = (task: string, state: TaskState): void => listeners.forEach((listener) => listener({ type: 'task', event: ended(task, state) }));
  return { asked, end, store: createScanStore(caller) };
}

describe('the Scan page', () => {
  test('a saved rule is opened in the draft’s place', async () => {
    const { store, asked } = core((method) => (method === 'scan.rules' ? [own] : own));
    store.getState().edit({ name: ' mine ', text: 'close > 10' });
    await store.getState().save();
    expect([asked[0], store.getState().item]).toEqual([['scan.save', { name: 'mine', text: 'close > 10' }], { kind: 'rule', name: 'mine' }]);
  });

  test('a rule that is refused stays a draft', async () => {
    const { store } = core(() => {
      throw new AppError('rule.field', { position: 1, token: 'x', allowed: 'close' });
    });
    store.getState().edit({ name: 'mine', text: 'x' });
    await expect(store.getState().save()).rejects.toMatchObject({ code: 'rule.field' });
    expect(store.getState().item).toEqual({ kind: 'draft' });
  });

  test('removing the rule that is open opens the ranking', async () => {
    const { store } = core((method) => (method === 'scan.rules' ? [] : null));
    store.getState().choose({ kind: 'rule', name: 'mine' });
    await store.getState().remove('mine');
    expect(store.getState().item).toEqual({ kind: 'ranks' });
  });

  test('counts what every ready rule finds, in the chosen part of the universe', async () => {
    const { store, asked, end } = core((method) => (method === 'scan.run' ? { task: 't1' } : { asOf: '2024-05-06', scans: [{ rule: 'breakout', matches: [1, 2] }, { rule: null, matches: [1] }] }));
    const counted = store.getState().count({ market: 'CN', watchlist: null, asOf: null });
    await expect.poll(() => store.getState().counting).toBe('t1');
    end('t1', 'completed');
    await counted;
    expect([asked, store.getState().counts?.byRule]).toEqual([[['scan.run', { market: 'CN', diff: false }], ['scan.answer', { task: 't1' }]], new Map([['breakout', 2]])]);
    expect(store.getState().counting).toBeNull();
  });

  test('every entry has a key that leads back to it', () => {
    const items: ScanItem[] = [{ kind: 'ranks' }, { kind: 'signals' }, { kind: 'draft' }, { kind: 'detector', detector: 'needle' }, { kind: 'rule', name: 'a:b' }];
    expect(items.map((item) => itemOf(itemKey(item)))).toEqual(items);
    expect(['', 'detector:none', 'rule:'].map(itemOf)).toEqual([null, null, null]);
  });

  test('kept weights that do not fit give way to the usual ones', () => {
    expect(parseSignalSettings('{"weights":{"hot":0.5}}')).toEqual({ weights: { hot: 0.5 } });
    expect(['', '{"weights":{"hot":9}}', '[]', '{"other":1}'].map(parseSignalSettings)).toEqual([{}, {}, {}, {}]);
  });
});
