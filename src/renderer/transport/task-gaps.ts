import type { TaskEvent } from '../../shared/contract/tasks.ts';

interface Progress {
  lastId: number;
  /** Events that came while the missing ones before them were being read; null when none are missing. */
  waiting: TaskEvent[] | null;
}

/** Passes task events on in order and without doubles; where numbers are missing, reads the missing events first. */
export class TaskGaps {
  readonly #tasks = new Map<string, Progress>();
  readonly #read: (task: string, after: number) => Promise<readonly TaskEvent[]>;
  readonly #emit: (event: TaskEvent) => void;

  constructor(read: (task: string, after: number) => Promise<readonly TaskEvent[]>, emit: (event: TaskEvent) => void) {
    this.#read = read;
    this.#emit = emit;
  }

  accept(event: TaskEvent): void {
    const progress = this.#tasks.get(event.task);
    if (progress === undefined) {
      // The first event seen of a task that was already running: what came before belongs to nobody here.
      this.#tasks.set(event.task, { lastId: event.id, waiting: null });
      this.#emit(event);
    } else if (progress.waiting !== null) progress.waiting.push(event);
    else if (event.id > progress.lastId + 1) void this.#replay(event.task, progress, [event]);
    else this.#pass(progress, event);
  }

  /** Reads what may have been missed of a task: everything after the last event seen of it. */
  async catchUp(task: string): Promise<void> {
    const progress = this.#tasks.get(task) ?? { lastId: 0, waiting: null };
    this.#tasks.set(task, progress);
    if (progress.waiting === null) await this.#replay(task, progress, []);
  }

  async #replay(task: string, progress: Progress, waiting: TaskEvent[]): Promise<void> {
    progress.waiting = waiting;
    // A replay that fails leaves the gap; the events that did come are still passed on.
    const missed = await this.#read(task, progress.lastId).catch(() => []);
    progress.waiting = null;
    for (const event of [...missed, ...waiting]) this.#pass(progress, event);
  }

  #pass(progress: Progress, event: TaskEvent): void {
    if (event.id <= progress.lastId) return;
    progress.lastId = event.id;
    this.#emit(event);
  }
}
