import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MethodCaller } from '../../shared/contract/method-caller.ts';
import { errorReplyOf } from './error-reply.ts';
import type { Loadable } from './loadable.ts';

export interface AnswerState<Input, Output> {
  /** The newest answer. While another question is asked the last one stays, and `isOther` says so. */
  readonly answer: Loadable<Output>;
  readonly isOther: boolean;
  ask(input: Input): Promise<void>;
  /** Asks the last question again. */
  reload(): Promise<void>;
  /** Asks again whenever data change; returns its own undo. */
  watch(): () => void;
}

export type AnswerStore<Input, Output> = StoreApi<AnswerState<Input, Output>>;

/** One kind of question, e.g. a method of the contract, asked again when the question or the data change. Only the answer to the last one counts. */
export function createAnswerStore<Input, Output>(caller: Pick<MethodCaller, 'subscribe'>, give: (input: Input) => Promise<Output>): AnswerStore<Input, Output> {
  let question: Input | null = null;
  let turn = 0;
  let running: Promise<void> | null = null;
  let again = false;
  return createStore<AnswerState<Input, Output>>()((set, get) => {
    const read = async (input: Input): Promise<void> => {
      const own = ++turn;
      try {
        const value = await give(input);
        if (own === turn) set({ answer: { state: 'ready', value }, isOther: false });
      } catch (thrown) {
        // The answer to another question is no last good value of this one.
        if (own === turn) set({ answer: { state: 'failed', value: get().isOther ? null : get().answer.value, error: errorReplyOf(thrown) }, isOther: false });
      }
    };
    const reload = (): Promise<void> => {
      if (question === null) return Promise.resolve();
      if (running !== null) {
        again = true;
        return running;
      }
      const repeat = async (): Promise<void> => {
        do {
          again = false;
          if (question !== null) await read(question);
        } while (again);
        running = null;
      };
      running = repeat();
      return running;
    };
    return {
      answer: { state: 'loading', value: null },
      isOther: false,
      ask: (input) => {
        question = input;
        set({ isOther: get().answer.state === 'ready' });
        if (get().answer.state === 'failed') set({ answer: { state: 'loading', value: null } });
        return read(input);
      },
      reload,
      watch: () =>
        caller.subscribe((event) => {
          if (event.type !== 'data') return;
          const own = (question as { readonly symbol?: unknown } | null)?.symbol;
          // What is asked about one symbol does not change with the bars of others.
          if (typeof own === 'string' && event.symbols !== null && !event.symbols.includes(own)) return;
          void reload();
        }),
    };
  });
}
