import type { Desk } from '../desk.ts';
import { commands } from './commands.ts';
import { keyChord, typedCharacter } from './key-chord.ts';

const editable = 'input, textarea, select, [contenteditable]';

/**
 * Runs commands by key, and opens the palette when a symbol is typed. A field keeps what it can use itself: characters and plain keys;
 * an open dialog keeps everything. Returns its undo.
 */
export function listenForKeys(desk: Desk, target: Window): () => void {
  const byChord = new Map(commands.filter(({ keys }) => keys !== undefined).map((command) => [command.keys, command]));
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || desk.navigation.getState().overlay !== null) return;
    const inField = event.target instanceof Element && event.target.closest(editable) !== null;
    const chord = keyChord(event);
    const command = chord === null ? undefined : byChord.get(chord);
    if (command !== undefined && (!inField || /^(Ctrl\+|F\d)/.test(chord ?? ''))) {
      event.preventDefault();
      return command.run(desk);
    }
    const character = inField ? null : typedCharacter(event);
    if (character === null) return;
    event.preventDefault();
    desk.navigation.getState().openOverlay('palette', character);
  };
  target.addEventListener('keydown', press);
  return () => target.removeEventListener('keydown', press);
}
