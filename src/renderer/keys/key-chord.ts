/** What of a key press decides which chord it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>;

/**
 * The name of a key press: `Ctrl+K`, `F5`, `PageUp`, `?`. Cmd counts as Ctrl. Shift is named only where it does not already change the
 * character. Null while an input method composes (it reports the key as `Process`).
 */
export function keyChord(press: KeyPress): string | null {
  if (press.isComposing || press.key === 'Process') return null;
  const isCharacter = [...press.key].length === 1;
  const key = isCharacter ? press.key.toUpperCase() : press.key;
  const shift = press.shiftKey && (!isCharacter || /[A-Z]/.test(key));
  const ctrl = press.ctrlKey || press.metaKey;
  const namesShift = shift && (ctrl || press.altKey || !isCharacter);
  return [ctrl ? 'Ctrl' : null, press.altKey ? 'Alt' : null, namesShift ? 'Shift' : null, key].filter((part) => part !== null).join('+');
}

/** The character a press would type as the start of a symbol: a letter or digit without Ctrl, Cmd or Alt; else null. */
export function typedCharacter(press: KeyPress): string | null {
  if (press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null;
  return /^[\p{L}\p{N}]$/u.test(press.key) ? press.key : null;
}
