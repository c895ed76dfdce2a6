import type { TaskEvent, TaskState } from '../../../src/shared/contract/tasks.ts';
import type { ErrorReply } from '../../../src/shared/app-error.ts';
import type { UtcMs } from '../../../src/shared/time.ts';

/** The event that tells of a task's end. */
export function ended(task: string, state: TaskState, error: ErrorReply | null = null): TaskEvent {
  const at = 1_000 as UtcMs;
  const snapshot = { id: task, kind: 'scan', subject: '', state, done: 1, total: 1, startedAt: at, endedAt: at, result: null, error };
  return { id: 2, task, at, type: 'state', snapshot, code: null, params: {} };
}
