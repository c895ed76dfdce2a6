import { expect, test } from 'vitest';
import { chartCommand } from '../../../src/renderer/charts/chart-command.ts';

const press = (key: string, held: 'ctrl' | 'meta' | 'alt' | 'none' = 'none', isComposing = false) =>
  chartCommand({ key, ctrlKey: held === 'ctrl', metaKey: held === 'meta', altKey: held === 'alt', isComposing });

test('arrows step bar by bar, with Ctrl or Command page by page', () => {
  expect([press('ArrowLeft'), press('ArrowRight'), press('ArrowLeft', 'ctrl'), press('ArrowRight', 'meta')]).toEqual(['previousBar', 'nextBar', 'previousPage', 'nextPage']);
});

test('plus and minus, and Ctrl with up and down, zoom', () => {
  expect([press('+'), press('='), press('-'), press('ArrowUp', 'ctrl'), press('ArrowDown', 'ctrl')]).toEqual(['zoomIn', 'zoomIn', 'zoomOut', 'zoomIn', 'zoomOut']);
});

test('keys of the frame and of an input method are left alone', () => {
  expect([press('PageUp'), press('k', 'ctrl'), press('a'), press('+', 'ctrl'), press('ArrowLeft', 'none', true)]).toEqual([null, null, null, null, null]);
});
