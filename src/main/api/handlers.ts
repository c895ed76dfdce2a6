import type { MethodName, MethodOutput, ParsedInput } from '../../shared/contract/contract.ts';

/** Who is calling; the host fills it in. */
export interface Caller {
  /** Distinguishes windows and clients, e.g. for file tokens. */
  readonly id: string;
}

export type Handler<M extends MethodName> = (input: ParsedInput<M>, caller: Caller) => MethodOutput<M> | Promise<MethodOutput<M>>;

/** One handler for each method of the contract. */
export type Handlers = { readonly [M in MethodName]: Handler<M> };

/** The handlers of one namespace, e.g. `HandlersOf<'bars'>`. */
export type HandlersOf<Namespace extends string> = Pick<Handlers, Extract<MethodName, `${Namespace}.${string}`>>;
