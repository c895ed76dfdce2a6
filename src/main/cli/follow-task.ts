import { AppError } from '../../shared/app-error.ts';
import type { Task } from '../../shared/contract/tasks.ts';
import type { CommandContext } from './command.ts';

/**
 * Waits for a task that the command has started, says how far it is, and asks it to stop when the user interrupts. Throws the error of
 * a task that failed, and `app.cancelled`.
 */
export async function followTask(task: string, label: string, { app, invoke, progress, signal }: CommandContext): Promise<Task> {
  const stop = app.events.subscribe((event) => {
    if (event.type !== 'task' || event.event.task !== task || event.event.snapshot === null) return;
    const { done, total } = event.event.snapshot;
    if (total !== null && total > 0) progress(`${label}  ${done} / ${total}`);
  });
  const cancel = (): void => void invoke('tasks.cancel', { task });
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const ended = await app.taskEnd(task);
    if (ended.state === 'failed' && ended.error !== null) throw new AppError(ended.error.code, ended.error.params);
    if (ended.state !== 'completed') throw new AppError('app.cancelled');
    return ended;
  } finally {
    stop();
    signal.removeEventListener('abort', cancel);
  }
}
