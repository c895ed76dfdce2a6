import { useEffect } from 'react';
import type { AnswerStore } from './answer-store.ts';

/** Asks a store while a component stands, again when the input or the data change. A null input asks nothing. */
export function useQuestion<Input, Output>(store: AnswerStore<Input, Output>, input: Input | null): void {
  const question = input === null ? null : JSON.stringify(input);
  const isAsked = question !== null;
  useEffect(() => (isAsked ? store.getState().watch() : undefined), [store, isAsked]);
  useEffect(() => {
    if (question !== null) void store.getState().ask(JSON.parse(question) as Input);
  }, [store, question]);
}
