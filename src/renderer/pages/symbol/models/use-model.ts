import type { ErrorReply } from '../../../../shared/app-error.ts';
import type { Frequency } from '../../../../shared/frequency.ts';
import type { Loadable } from '../../../stores/loadable.ts';
import { useAnswer } from '../../../stores/use-answer.ts';
import type { ModelAnswers, ModelPart } from './model-answers.ts';

/** What a model is asked about. `asOf` is the day a replay has reached; null without one. */
export interface ModelQuestion {
  readonly symbol: string;
  readonly freq: Frequency;
  readonly asOf: string | null;
}

/** `unseen`: the replay stands inside a bar of a longer span, so that the core would see what the replay hides. */
export type ModelState<Part extends ModelPart> =
  | { readonly kind: 'unseen' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ErrorReply; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly value: ModelAnswers[Part]; readonly isOther: boolean };

/** One part of the analysis of the symbol on the chart. Asks only while `isWanted`, and forgets it after. */
export function useModel<Part extends ModelPart>(part: Part, { symbol, freq, asOf }: ModelQuestion, isWanted = true): ModelState<Part> {
  const isUnseen = asOf !== null && freq !== '1d';
  const input = { symbol, freq, ...(asOf === null ? {} : { asOf }) };
  const { answer, isOther, reload } = useAnswer<`models.${ModelPart}`>(`models.${part}`, isWanted && !isUnseen ? input : null);
  if (isUnseen) return { kind: 'unseen' };
  if (!isWanted) return { kind: 'loading' };
  // The method is named after the part, which the compiler cannot follow.
  const known = answer as Loadable<unknown> as Loadable<ModelAnswers[Part]>;
  if (known.state === 'failed') return { kind: 'failed', error: known.error, retry: () => void reload() };
  if (known.state === 'loading') return { kind: 'loading' };
  return { kind: 'ready', value: known.value, isOther: isOther || known.value.symbol !== symbol };
}
