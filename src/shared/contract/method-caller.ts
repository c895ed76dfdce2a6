import type { MethodInput, MethodName, MethodOutput } from './contract.ts';
import type { AppEvent } from './event.ts';

/** The app's contract as a caller sees it, whatever the wire. */
export interface MethodCaller {
  /** Calls a method. Rejects with an `AppError` only. */
  invoke<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** Receives every event from now on; returns its own undo. */
  subscribe(listener: (event: AppEvent) => void): () => void;
}
