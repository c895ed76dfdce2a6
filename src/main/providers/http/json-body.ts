import type { z } from 'zod';
import { AppError } from '../../../shared/app-error.ts';
import type { HttpAnswer } from '../http.ts';

const deepest = 64;

/** Reads an answer as JSON of a schema. Throws `network.shape`, naming the first place that does not fit. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema): (answer: HttpAnswer) => z.output<Schema> {
  return ({ url: { host }, body }) => parseJson(new TextDecoder().decode(body), schema, host);
}

/** The same for a text that was unwrapped first. */
export function parseJson<Schema extends z.ZodType>(text: string, schema: Schema, host: string): z.output<Schema> {
  if (depthOf(text) > deepest) throw new AppError('network.shape', { host, problem: 'nested too deeply' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AppError('network.shape', { host, problem: `no JSON: ${text.slice(0, 60)}` }, { cause: error });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('network.shape', { host, problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}

/** The deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return most;
}
