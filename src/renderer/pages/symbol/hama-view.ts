import { computeIndicator } from '../../../analysis/indicators/compute-indicator.ts';
import { hama } from '../../../analysis/indicators/hama.ts';
import { hamaReading, type HamaReading } from '../../../analysis/indicators/hama-reading.ts';
import { resolveParameters } from '../../../analysis/indicators/resolve-parameters.ts';
import { AppError, type ErrorReply } from '../../../shared/app-error.ts';
import type { BarColumns } from '../../../shared/bars.ts';
import type { Basis } from '../../../shared/basis.ts';
import type { HamaColumns } from '../../charts/overlays/hama-overlay.ts';
import type { HamaPreset } from './chart-settings.ts';

/** HAMA of the bars on the chart, or why there is none. */
export type HamaView =
  | { readonly kind: 'ready'; readonly columns: HamaColumns; readonly reading: HamaReading }
  | { readonly kind: 'refused'; readonly error: ErrorReply };

export function hamaView(bars: BarColumns, basis: Basis, preset: HamaPreset): HamaView {
  try {
    const parameters = resolveParameters(hama, {}, preset);
    return { kind: 'ready', columns: computeIndicator(hama, bars, parameters, { basis }), reading: hamaReading(bars, {}, { preset, basis }) };
  } catch (thrown) {
    if (thrown instanceof AppError) return { kind: 'refused', error: thrown.toReply() };
    throw thrown;
  }
}
