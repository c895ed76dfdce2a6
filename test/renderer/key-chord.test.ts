import { expect, test } from 'vitest';
import { commands } from '../../src/renderer/keys/commands.ts';
import { keyChord, typedCharacter, type KeyPress } from '../../src/renderer/keys/key-chord.ts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, ...part });

test('chords are named alike on every keyboard; Cmd counts as Ctrl', () => {
  expect([press('k', { ctrlKey: true }), press('K', { metaKey: true }), press('F5'), press('?', { shiftKey: true }), press(',', { ctrlKey: true }), press('PageUp'), press('z', { ctrlKey: true, shiftKey: true }), press('t', { altKey: true })].map(keyChord)).toEqual(
    ['Ctrl+K', 'Ctrl+K', 'F5', '?', 'Ctrl+,', 'PageUp', 'Ctrl+Shift+Z', 'Alt+T'],
  );
});

test('nothing counts while an input method composes', () => {
  expect([keyChord(press('Enter', { isComposing: true })), keyChord(press('Process')), typedCharacter(press('a', { isComposing: true }))]).toEqual([null, null, null]);
});

test('letters, digits and Han characters begin a symbol; anything else does not', () => {
  expect(['a', 'Z', '6', '贵', ' ', '/', 'Enter', 'F5'].map((key) => typedCharacter(press(key)))).toEqual(['a', 'Z', '6', '贵', null, null, null, null]);
  expect(typedCharacter(press('a', { ctrlKey: true }))).toBeNull();
});

test('no two commands share a key or a name', () => {
  const keys = commands.flatMap((command) => command.keys ?? []);
  expect([new Set(keys).size, new Set(commands.map(({ id }) => id)).size]).toEqual([keys.length, commands.length]);
});
