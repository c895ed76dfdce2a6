import { computeIndicator } from '../../../analysis/indicators/compute-indicator.ts';
import { findIndicator } from '../../../analysis/indicators/registry.ts';
import { resolveParameters } from '../../../analysis/indicators/resolve-parameters.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { ComputedIndicator } from '../../charts/overlays/indicator-overlay.ts';
import type { ChosenIndicator } from './chart-settings.ts';
import type { GivenColumns } from './use-given-columns.ts';

export interface ComputedChoices {
  readonly computed: readonly ComputedIndicator[];
  /** Why an indicator cannot be computed on these bars, by its key. */
  readonly refused: ReadonlyMap<string, ErrorReply>;
}

/** Computes the chosen indicators on the columns of a chart. One that is refused is named with its reason and left out. */
export function computeChosen({ input, missing }: GivenColumns, basis: Basis, chosen: readonly ChosenIndicator[]): ComputedChoices {
  const computed: ComputedIndicator[] = [];
  const refused = new Map<string, ErrorReply>();
  for (const { key, id, parameters: given } of chosen) {
    try {
      const indicator = findIndicator(id);
      const absent = indicator.inputs.filter((name) => input[name] === undefined);
      const reason = absent.map((name) => missing.get(name)).find((error) => error !== undefined);
      if (reason !== undefined) refused.set(key, reason);
      // Without a reason it is still being read.
      if (absent.length > 0) continue;
      const parameters = resolveParameters(indicator, given);
      const columns = computeIndicator(indicator, input, parameters, { basis });
      computed.push({ key, indicator, parameters, columns });
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      refused.set(key, thrown.toReply());
    }
  }
  return { computed, refused };
}
