import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import type { AppEvent } from '../../shared/contract/event.ts';
import type { Task } from '../../shared/contract/tasks.ts';
import type { UtcMs } from '../../shared/time.ts';

/** A task as last heard of. `seenAt` is the core's clock at that moment, so time left needs no clock here. */
export interface SeenTask {
  readonly task: Task;
  readonly seenAt: UtcMs;
  /** The event it was taken from; older ones are ignored. */
  readonly event: number;
}

export interface TasksState {
  /** By id, oldest first. */
  readonly tasks: ReadonlyMap<string, SeenTask>;
  /** Tasks the user asked to stop and that have not yet. */
  readonly cancelling: ReadonlySet<string>;
  load(): Promise<void>;
  hear(event: AppEvent): void;
  cancel(id: string): Promise<void>;
  /** Forgets ended tasks in this window. */
  clearEnded(): void;
}

export type TasksStore = StoreApi<TasksState>;

/** The page that asked shows how these ended; a list of every rule looked at would bury the rest. */
const shownElsewhere: ReadonlySet<string> = new Set(['scan', 'backtest']);

export function createTasksStore(caller: MethodCaller): TasksStore {
  return createStore<TasksState>()((set, get) => {
    const put = (seen: SeenTask): void => {
      const known = get().tasks.get(seen.task.id);
      if (known !== undefined && known.event > seen.event) return;
      if (!isActive(seen.task) && shownElsewhere.has(seen.task.kind)) {
        const tasks = new Map(get().tasks);
        tasks.delete(seen.task.id);
        set({ tasks, cancelling: without(get().cancelling, seen.task.id) });
        return;
      }
      const cancelling = isActive(seen.task) ? get().cancelling : without(get().cancelling, seen.task.id);
      set({ tasks: new Map(get().tasks).set(seen.task.id, seen), cancelling });
    };
    return {
      tasks: new Map(),
      cancelling: new Set(),
      load: async () => {
        for (const task of await caller.invoke('tasks.list', {})) put({ task, seenAt: task.endedAt ?? task.startedAt, event: 0 });
      },
      hear: (event) => {
        if (event.type !== 'task' || event.event.snapshot === null) return;
        put({ task: event.event.snapshot, seenAt: event.event.at, event: event.event.id });
      },
      cancel: async (id) => {
        set({ cancelling: new Set(get().cancelling).add(id) });
        await caller.invoke('tasks.cancel', { task: id });
      },
      clearEnded: () => set({ tasks: new Map([...get().tasks].filter(([, { task }]) => isActive(task))) }),
    };
  });
}

export function isActive(task: Task): boolean {
  return task.state === 'pending' || task.state === 'running';
}

/** 0–1, null where the total is not known. */
export function taskShare(task: Task): number | null {
  return task.total === null || task.total <= 0 ? null : Math.min(1, task.done / task.total);
}

/** Time left at the pace so far; null until 2 s and 1 % have passed, when the pace means something. */
export function timeLeftMs({ task, seenAt }: SeenTask): number | null {
  const share = taskShare(task);
  const elapsedMs = seenAt - task.startedAt;
  if (task.state !== 'running' || share === null || share < 0.01 || elapsedMs < 2_000) return null;
  return (elapsedMs / share) * (1 - share);
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : ids;
}
