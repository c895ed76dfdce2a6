import { errorText, type ErrorReply } from '../shared/app-error.ts';
import type { Language } from '../shared/i18n/language.ts';
import { StateView } from './components/state-view.tsx';

/** What the window says when it cannot reach its core at all. */
export function StartProblem({ error, language }: { readonly error: ErrorReply; readonly language: Language }) {
  return (
    <main role="alert">
      <StateView title="Chartroom" hint={errorText(error.code, error.params, language)} />
    </main>
  );
}
