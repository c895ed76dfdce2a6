import { alertMessages } from '../../shared/i18n/alert-messages.ts';
import { alertText } from '../../shared/i18n/alert-text.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { FiredAlert } from './alert-engine.ts';
import { anySubject } from './data-trouble.ts';

interface AlertNote {
  readonly title: string;
  readonly body: string;
  /** The one that fired last. */
  readonly alert: number | null;
}

const shownLines = 4;

/** One note for everything that fired at once; `nameOf` gives an instrument's name. */
export function alertNote(fired: readonly FiredAlert[], language: Language, nameOf: (subject: string) => string): AlertNote {
  const lines = fired.map(({ alert: { name: given, condition }, event: { subject, live } }) => {
    const name = subject === anySubject ? alertMessages['alert.anywhere'][language] : nameOf(subject);
    const mark = live ? ` (${alertMessages['alert.note.live'][language]})` : '';
    return { name, text: `${given === '' ? alertText(condition, language) : given}${mark}` };
  });
  const alert = fired.at(-1)?.alert.id ?? null;
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return { title: only.name, body: only.text, alert };
  const shown = lines.slice(0, shownLines).map(({ name, text }) => `${name}: ${text}`);
  const rest = lines.length - shown.length;
  const more = rest > 0 ? [alertMessages['alert.note.more'][language].replace('{count}', String(rest))] : [];
  return { title: alertMessages['alert.note.many'][language].replace('{count}', String(lines.length)), body: [...shown, ...more].join('\n'), alert };
}
