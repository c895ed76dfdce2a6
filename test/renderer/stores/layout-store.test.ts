import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLayoutStore, layoutOf, parseLayout } from '../../../src/renderer/stores/layout-store.ts';
import { createMemoryTransport } from '../../doubles/memory-transport.ts';

const openTransport = () => createMemoryTransport({ symbols: [], schedule: () => undefined });

test('widths stay within their bounds and are kept by page', async () => {
  const transport = openTransport();
  const store = createLayoutStore(transport);
  store.getState().setPanel('symbol', 'list', { widthPx: 9_999 });
  store.getState().setPanel('data', 'inspector', { widthPx: 1, isOpen: false });
  await store.getState().keep();
  const other = createLayoutStore(transport);
  await other.getState().load();
  expect([layoutOf(other.getState(), 'symbol').list, layoutOf(other.getState(), 'data').inspector]).toEqual([
    { widthPx: 360, isOpen: true },
    { widthPx: 280, isOpen: false },
  ]);
});

test('a layout that was damaged falls back to the start instead of failing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      for (const layout of Object.values(parseLayout(text))) expect(layout?.list.widthPx).toBeGreaterThanOrEqual(240);
    }),
  );
  expect(parseLayout('{"symbol":{"list":{"widthPx":300,"isOpen":true}}}')).toEqual({});
});
