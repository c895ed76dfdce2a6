import type { z } from 'zod';

/** One method of the contract: how its input is parsed, and the type of its answer. */
export interface MethodDefinition<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Exists in the type only. */
  readonly output?: Output;
}

/** `defineMethod<Answer>()(schema)`: the answer's type is written out, the input's is read from the schema. */
export function defineMethod<Output>() {
  return <Input extends z.ZodType>(input: Input): MethodDefinition<Input, Output> => ({ input });
}
