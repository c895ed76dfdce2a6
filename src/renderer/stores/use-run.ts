import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { MethodInput } from '../../shared/contract/contract.ts';
import { useDesk } from '../desk-context.ts';
import { createAnswerStore, type AnswerState } from './answer-store.ts';
import { runTask, type RunAnswer, type RunMethod } from './run-task.ts';
import { useQuestion } from './use-question.ts';

/** The answer of a method that runs as a task, as `useAnswer` gives it, and the task while it runs. */
export interface RunState<M extends RunMethod> extends AnswerState<MethodInput<M>, RunAnswer<M>> {
  /** Id of the running task. */
  readonly task: string | null;
  cancel(): void;
}

/** Runs a method while a component stands, again when its input or the data change. Another question ends the task of the one before. */
export function useRun<M extends RunMethod>(method: M, input: MethodInput<M> | null): RunState<M> {
  const { transport, tasks, notices } = useDesk();
  const [{ store, running, cancel, leave }] = useState(() => {
    const current = createStore<{ readonly task: string | null }>(() => ({ task: null }));
    let turn = 0;
    const stop = (task: string): void => void tasks.getState().cancel(task).catch(notices.getState().showThrown);
    const end = (): void => {
      const { task } = current.getState();
      if (task !== null) stop(task);
    };
    const drop = (): void => {
      end();
      turn += 1;
      current.setState({ task: null });
    };
    const run = async (asked: MethodInput<M>): Promise<RunAnswer<M>> => {
      drop();
      const own = turn;
      try {
        // A run that is not wanted any more when it becomes known is ended then.
        return await runTask(transport, method, asked, (task) => (own === turn ? current.setState({ task }) : stop(task)));
      } finally {
        if (own === turn) current.setState({ task: null });
      }
    };
    return { store: createAnswerStore(transport, run), running: current, cancel: end, leave: drop };
  });
  useQuestion(store, input);
  useEffect(() => leave, [leave]);
  return { ...useStore(store), task: useStore(running, ({ task }) => task), cancel };
}
