import type { Task } from '../../shared/contract/tasks.ts';

/** How far the tasks under way are together, 0 to 1, each counting the same; null where one cannot tell, and without any. */
export function taskProgress(tasks: readonly Pick<Task, 'done' | 'total'>[]): number | null {
  let sum = 0;
  for (const { done, total } of tasks) {
    if (total === null || total <= 0) return null;
    sum += Math.min(1, done / total);
  }
  return tasks.length === 0 ? null : sum / tasks.length;
}

/** What the taskbar's bar takes: a share, 2 for work of unknown length, -1 for none. */
export function taskbarValue(tasks: readonly Pick<Task, 'done' | 'total'>[]): number {
  return tasks.length === 0 ? -1 : (taskProgress(tasks) ?? 2);
}
