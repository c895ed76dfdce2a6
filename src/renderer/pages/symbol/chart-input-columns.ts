import type { InputColumns, InputName } from '../../../analysis/indicators/indicator.ts';
import type { BarColumns } from '../../../shared/bars.ts';

/** What indicators on the chart are computed from. A column that is not there is refused by the engine, by its name. */
export type ChartInput = BarColumns & InputColumns<InputName>;
