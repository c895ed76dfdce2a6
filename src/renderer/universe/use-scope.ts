import { useStore } from 'zustand';
import { useDesk } from '../desk-context.ts';
import { scopeInput } from './scope-store.ts';

/** The chosen part of the universe, as an input of the contract. */
export function useScope(): ReturnType<typeof scopeInput> {
  const state = useStore(useDesk().scope);
  return scopeInput(state);
}
