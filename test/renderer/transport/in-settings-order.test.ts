import { expect, test } from 'vitest';
import { inSettingsOrder } from '../../../src/renderer/transport/in-settings-order.ts';
import type { Transport } from '../../../src/renderer/transport/transport.ts';

/** A host that answers when it is told to, in any order. */
function slowHost() {
  const asked: string[] = [];
  const answers: ((value: unknown) => void)[] = [];
  const invoke = (method: string, input: { readonly value?: unknown }): Promise<unknown> => {
    asked.push(input.value === undefined ? method : `${method} ${String(input.value)}`);
    return new Promise((settle, fail) => {
      answers.push((value) => (value instanceof Error ? fail(value) : settle(value)));
    });
  };
  const answer = async (place: number, value: unknown): Promise<void> => {
    answers[place]?.(value);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { asked, answer, transport: inSettingsOrder({ invoke } as Transport) };
}

const key = 'network.offline';

test('a choice is sent once the one before it is kept, or could not be kept', async () => {
  const { asked, answer, transport } = slowHost();
  const first = transport.invoke('settings.set', { key, value: true });
  void transport.invoke('settings.set', { key, value: false });
  await answer(-1, null);
  expect(asked).toEqual(['settings.set true']);
  await Promise.all([expect(first).rejects.toThrow('full'), answer(0, new Error('full'))]);
  expect(asked).toEqual(['settings.set true', 'settings.set false']);
});

test('an answer that a choice has overtaken is asked for again, after that choice', async () => {
  const { asked, answer, transport } = slowHost();
  const read = transport.invoke('settings.list', {});
  await answer(-1, null);
  void transport.invoke('settings.set', { key, value: true });
  await answer(0, 'before');
  expect(asked).toEqual(['settings.list', 'settings.set true']);
  await answer(1, null);
  await answer(2, 'after');
  expect([await read, asked.length]).toEqual(['after', 3]);
});

test('what is fetched waits for the choices before it; what is only read does not', async () => {
  const { asked, answer, transport } = slowHost();
  void transport.invoke('settings.set', { key, value: true });
  void transport.invoke('refresh.start', { symbols: ['XNAS:AAPL'] });
  void transport.invoke('symbols.list', {});
  await answer(-1, null);
  expect(asked).toEqual(['symbols.list', 'settings.set true']);
  await answer(1, null);
  expect(asked).toEqual(['symbols.list', 'settings.set true', 'refresh.start']);
});
