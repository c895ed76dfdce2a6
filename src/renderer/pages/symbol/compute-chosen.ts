import { computeIndicator } from '../../../analysis/indicators/compute-indicator.ts';
import type { InputColumns, InputName } from '../../../analysis/indicators/indicator.ts';
import { findIndicator } from '../../../analysis/indicators/registry.ts';
import { resolveParameters } from '../../../analysis/indicators/resolve-parameters.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { ComputedIndicator } from '../../charts/overlays/indicator-overlay.ts';
import type { ChosenIndicator } from './chart-settings.ts';

export interface ComputedChoices {
  readonly computed: readonly ComputedIndicator[];
  /** Why an indicator cannot be computed on these bars, by its key. */
  readonly refused: ReadonlyMap<string, ErrorReply>;
}

/** Computes the chosen indicators on the bars of a chart. One that is refused is named with its reason and left out. */
export function computeChosen(bars: BarColumns, basis: Basis, chosen: readonly ChosenIndicator[]): ComputedChoices {
  const computed: ComputedIndicator[] = [];
  const refused = new Map<string, ErrorReply>();
  for (const { key, id, parameters: given } of chosen) {
    try {
      const indicator = findIndicator(id);
      const parameters = resolveParameters(indicator, given);
      // Columns that bars do not have (a benchmark, free float) are refused by the engine itself, by name.
      const columns = computeIndicator(indicator, bars as unknown as InputColumns<InputName>, parameters, { basis });
      computed.push({ key, indicator, parameters, columns });
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      refused.set(key, thrown.toReply());
    }
  }
  return { computed, refused };
}
