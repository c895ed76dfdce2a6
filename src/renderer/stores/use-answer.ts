import { useState } from 'react';
import { useStore } from 'zustand';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import { useDesk } from '../desk-context.ts';
import { createAnswerStore, type AnswerState } from './answer-store.ts';
import { useQuestion } from './use-question.ts';

/** The answer of a method while a component stands; asked again when its input or the data change. A null input asks nothing. */
export function useAnswer<M extends MethodName>(method: M, input: MethodInput<M> | null): AnswerState<MethodInput<M>, MethodOutput<M>> {
  const { transport } = useDesk();
  const [store] = useState(() => createAnswerStore(transport, (asked: MethodInput<M>) => transport.invoke(method, asked)));
  useQuestion(store, input);
  return useStore(store);
}
