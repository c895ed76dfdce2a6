import { errorText, type ErrorReply } from '../../shared/app-error.ts';
import type { Language } from '../../shared/i18n/language.ts';

/** A line about a part that failed while others did not, in the language of the command. */
export function failureLine(name: string, { code, params }: Pick<ErrorReply, 'code' | 'params'>, language: Language): string {
  return `${name}: ${errorText(code, params, language)}`;
}
