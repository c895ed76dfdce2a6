import { AppError, type ErrorReply } from '../../shared/app-error.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { failureLine } from './failure-line.ts';

interface Outcomes<Result> {
  readonly results: readonly Result[];
  readonly failures: readonly { readonly name: string; readonly error: ErrorReply }[];
}

/** Does the same for each name. What fails alone is the command's own error; of several the others are done and the failures listed. */
export async function eachOf<Result>(names: readonly string[], work: (name: string) => Promise<Result>): Promise<Outcomes<Result>> {
  const results: Result[] = [];
  const failures: Outcomes<Result>['failures'][number][] = [];
  for (const name of names) {
    try {
      results.push(await work(name));
    } catch (error) {
      // What the user stopped is not a failure to be listed.
      if (!(error instanceof AppError) || names.length === 1 || error.code === 'app.cancelled') throw error;
      failures.push({ name, error: error.toReply() });
    }
  }
  return { results, failures };
}

/** A line for each failure. */
export function failureLines({ failures }: Pick<Outcomes<unknown>, 'failures'>, language: Language): readonly string[] {
  return failures.map(({ name, error }) => failureLine(name, error, language));
}
