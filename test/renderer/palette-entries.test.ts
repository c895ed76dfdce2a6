import { expect, test } from 'vitest';
import { paletteGroups, type PaletteSource } from '../../src/renderer/palette/palette-entries.ts';
import { messageCatalog } from '../../src/shared/i18n/message-catalog.ts';
import { inventedInstruments } from '../doubles/invented-instruments.ts';

const source: PaletteSource = {
  rows: inventedInstruments(60),
  pages: [{ id: 'symbol', title: 'nav.symbol' }, { id: 'data', title: 'nav.data' }],
  language: 'en',
  translate: (key) => messageCatalog[key].en,
  watchlists: [{ id: 4, name: 'Core banks', group: null, members: [] }],
  listTitle: (name) => `Show watchlist “${name}”`,
};
const shape = (text: string): [string, number][] => paletteGroups(text, source).map(({ value, items }) => [value, items.length]);

test('without a text it offers pages and commands, no symbols', () => {
  expect(shape('').map(([group]) => group)).toEqual(['palette.pages', 'palette.watchlists', 'palette.commands']);
});

test('a text finds symbols first, at most thirty, then what is called so', () => {
  expect(shape('a')[0]).toEqual(['palette.symbols', 30]);
  expect(shape('Import files').map(([group]) => group)).toEqual(['palette.commands']);
});

test('what matches nothing leaves no empty group behind', () => {
  expect(shape('zzzzzz')).toEqual([]);
});

test('a list is found by its name, and all symbols lead back', () => {
  expect(paletteGroups('core', source).flatMap(({ items }) => items.map(({ id }) => id))).toContain('watchlist-4');
  expect(paletteGroups('all symbols', source).flatMap(({ items }) => items.map(({ id }) => id))).toEqual(['watchlist-all']);
});
