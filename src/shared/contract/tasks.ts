import { z } from 'zod';
import type { ErrorReply } from '../app-error.ts';
import type { UtcMs } from '../time.ts';
import { defineMethod } from './define-method.ts';
import { text, whole } from './field.ts';

export type TaskState = 'pending' | 'running' | 'completed' | 'failed' | 'cancelled';

/** Long-running work. It survives leaving the page; its events can be replayed. */
export interface Task {
  readonly id: string;
  /** What it does, e.g. `import`. */
  readonly kind: string;
  /** What it does it to, e.g. the file's name. */
  readonly subject: string;
  readonly state: TaskState;
  /** Units done and, where known, to do (bytes, symbols …). */
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: UtcMs;
  readonly endedAt: UtcMs | null;
  /** The result of a completed task; its shape belongs to the kind. */
  readonly result: unknown;
  readonly error: ErrorReply | null;
}

/** One step of a task. `id` counts from 1 within the task. */
export interface TaskEvent {
  readonly id: number;
  readonly task: string;
  readonly at: UtcMs;
  readonly type: 'state' | 'progress' | 'warning' | 'log';
  /** The task as of this event, for `state` and `progress`. */
  readonly snapshot: Task | null;
  /** For `warning` and `log`: a code and its parameters. */
  readonly code: string | null;
  readonly params: Readonly<Record<string, string | number | boolean>>;
}

const taskId = text(64, 1);

export const tasksMethods = {
  'tasks.list': defineMethod<readonly Task[]>()(z.strictObject({})),
  'tasks.get': defineMethod<Task>()(z.strictObject({ task: taskId })),
  /** Asks a task to stop; it ends as `cancelled` at its next safe point. */
  'tasks.cancel': defineMethod<Task>()(z.strictObject({ task: taskId })),
  /** The kept events (the newest 1,000) with an id greater than `after`. */
  'tasks.events': defineMethod<readonly TaskEvent[]>()(z.strictObject({ task: taskId, after: whole(0, 2 ** 52).default(0) })),
};
