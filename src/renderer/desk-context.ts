import { createContext, useContext } from 'react';
import type { Desk } from './desk.ts';

export const DeskContext = createContext<Desk | null>(null);

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk is called outside the desk');
  return desk;
}
