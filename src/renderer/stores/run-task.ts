import { AppError } from '../../shared/app-error.ts';
import type { MethodInput, MethodOutput } from '../../shared/contract/contract.ts';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import type { Task } from '../../shared/contract/tasks.ts';

/** Methods that start a task, and those that give what it came to. */
const answers = { 'scan.run': 'scan.answer', 'scan.backtest': 'scan.backtestAnswer' } as const;

export type RunMethod = keyof typeof answers;
export type RunAnswer<M extends RunMethod> = MethodOutput<(typeof answers)[M]>;

/** Starts a task, tells its id, and gives its answer when it has ended. Throws what it failed with, and `app.cancelled`. */
export async function runTask<M extends RunMethod>(caller: MethodCaller, method: M, input: MethodInput<M>, onStart: (task: string) => void): Promise<RunAnswer<M>> {
  // A short task may end before its id is known.
  const ended = new Map<string, Task>();
  let look = (): void => undefined;
  const stop = caller.subscribe((event) => {
    if (event.type !== 'task' || event.event.snapshot === null || event.event.snapshot.endedAt === null) return;
    ended.set(event.event.task, event.event.snapshot);
    look();
  });
  try {
    const { task } = await caller.invoke(method, input);
    onStart(task);
    const { state, error } = await new Promise<Task>((resolve) => {
      look = () => {
        const found = ended.get(task);
        if (found !== undefined) resolve(found);
      };
      look();
    });
    if (error !== null) throw new AppError(error.code, error.params);
    if (state !== 'completed') throw new AppError('app.cancelled');
    // The table above ties the method to its answer.
    return (await caller.invoke(answers[method] as (typeof answers)[RunMethod], { task })) as RunAnswer<M>;
  } finally {
    stop();
  }
}
