import { alertMessages } from '../../shared/i18n/alert-messages.ts';
import { alertText } from '../../shared/i18n/alert-text.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { FiredAlert } from './alert-engine.ts';
import { anySubject } from './data-trouble.ts';

export interface AlertNote {
  readonly title: string;
  readonly body: string;
  /** The instrument, where the note is about one. */
  readonly symbol: string | null;
}

const shownLines = 4;

/** One note for everything that fired at once; `nameOf` gives an instrument's name. */
export function alertNote(fired: readonly FiredAlert[], language: Language, nameOf: (subject: string) => string): AlertNote {
  const lines = fired.map(({ alert, event: { subject, live } }) => {
    const name = subject === anySubject ? alertMessages['alert.anywhere'][language] : nameOf(subject);
    const mark = live ? ` (${alertMessages['alert.note.live'][language]})` : '';
    return { name, text: `${alert.name === '' ? alertText(alert.condition, language) : alert.name}${mark}` };
  });
  const subjects = new Set(fired.map(({ event }) => event.subject));
  const symbol = subjects.size === 1 ? ([...subjects][0] ?? null) : null;
  const [only] = lines;
  if (lines.length === 1 && only !== undefined) return { title: only.name, body: only.text, symbol };
  const shown = lines.slice(0, shownLines).map(({ name, text }) => `${name}: ${text}`);
  const rest = lines.length - shown.length;
  const more = rest > 0 ? [alertMessages['alert.note.more'][language].replace('{count}', String(rest))] : [];
  return { title: alertMessages['alert.note.many'][language].replace('{count}', String(lines.length)), body: [...shown, ...more].join('\n'), symbol };
}
