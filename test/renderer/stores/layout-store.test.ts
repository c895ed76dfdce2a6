import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLayoutStore, hiddenColumns, layoutOf, parseLayout } from '../../../src/renderer/stores/layout-store.ts';
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
      for (const layout of Object.values(parseLayout(text).pages)) expect(layout?.list.widthPx).toBeGreaterThanOrEqual(240);
    }),
  );
  expect(parseLayout('{"pages":{"symbol":{"list":{"widthPx":300,"isOpen":true}}},"columns":{"a":[1,"b"],"c":7}}')).toEqual({ pages: {}, columns: { a: ['b'] } });
});

test('a column is shown or hidden against the usual choice of its table', () => {
  const columns = [{ id: 'code' }, { id: 'last' }, { id: 'volume', isExtra: true }];
  expect(hiddenColumns(columns, null, 'volume')).toEqual([]);
  expect(hiddenColumns(columns, null, 'last')).toEqual(['volume', 'last']);
  expect(hiddenColumns(columns, ['volume', 'last'], 'last')).toEqual(['volume']);
});

test('the choice of columns is kept', async () => {
  const transport = openTransport();
  const store = createLayoutStore(transport);
  store.getState().setColumns('instruments', ['last']);
  await store.getState().keep();
  const other = createLayoutStore(transport);
  await other.getState().load();
  expect(other.getState().columns).toEqual({ instruments: ['last'] });
});
