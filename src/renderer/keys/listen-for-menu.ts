import type { Desk } from '../desk.ts';
import { commands } from './commands.ts';

/** Runs the commands that the desktop's own menu asks for. Returns its undo. */
export function listenForMenu(desk: Desk): () => void {
  return desk.transport.subscribe((event) => {
    if (event.type === 'command') commands.find(({ id }) => id === event.command)?.run(desk);
  });
}
