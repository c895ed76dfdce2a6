import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { MethodInput, MethodName } from '../../shared/contract/contract.ts';
import { useDesk } from '../desk-context.ts';
import { createAnswerStore, type AnswerState } from './answer-store.ts';

/** The answer of a method while a component stands; asked again when its input or the data change. A null input asks nothing. */
export function useAnswer<M extends MethodName>(method: M, input: MethodInput<M> | null): AnswerState<M> {
  const { transport } = useDesk();
  const [store] = useState(() => createAnswerStore(transport, method));
  const question = input === null ? null : JSON.stringify(input);
  const isAsked = question !== null;
  useEffect(() => (isAsked ? store.getState().watch() : undefined), [store, isAsked]);
  useEffect(() => {
    if (question !== null) void store.getState().ask(JSON.parse(question) as MethodInput<M>);
  }, [store, question]);
  return useStore(store);
}
