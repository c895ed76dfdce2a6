import { expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import type { SymbolWork } from '../../../src/main/jobs/job-work.ts';
import { together } from '../../../src/main/jobs/together.ts';

const failing = (...failed: string[]): SymbolWork => async (symbols, _signal, progress) => {
  for (const index of symbols.keys()) progress(index + 1, symbols.length);
  return { done: symbols.length - failed.length, failures: failed.map((subject) => ({ subject, error: new AppError('network.offline').toReply() })) };
};
const run = async (...works: readonly SymbolWork[]) => {
  const steps: string[] = [];
  const result = await together(...works)(['A', 'B', 'C'], new AbortController().signal, (done, total) => steps.push(`${done}/${total}`));
  return { done: result.done, failed: result.failures.map(({ subject }) => subject), steps };
};

test('a symbol counts once, as done when no work failed on it, and the same failure is listed once', async () => {
  expect(await run(failing('A'), failing('A', 'B'))).toMatchObject({ done: 1, failed: ['A', 'B'] });
});

test('the progress of several works runs once from nothing to all', async () => {
  expect((await run(failing(), failing())).steps).toEqual(['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']);
});
