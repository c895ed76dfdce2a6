import type { ParameterValue } from '../../../analysis/indicators/parameter.ts';
import { indicators } from '../../../analysis/indicators/registry.ts';
import type { Adjustment } from '../../../shared/basis.ts';
import { frequencies, type Frequency } from '../../../shared/frequency.ts';
import type { ScaleKind } from '../../charts/price-scale.ts';

/** Every adjustment, in the order offered. */
export const adjustments = ['none', 'forward', 'backward'] as const satisfies readonly Adjustment[];

/** One indicator on the chart. `key` tells two of a kind apart. */
export interface ChosenIndicator {
  readonly key: string;
  readonly id: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** How the user set the chart up; the same for every symbol. */
export interface ChartSettings {
  readonly freq: Frequency;
  readonly adjust: Adjustment;
  readonly scale: ScaleKind;
  readonly view: 'chart' | 'table';
  readonly volume: boolean;
  readonly indicators: readonly ChosenIndicator[];
  /** Weights of panes by id, as the user dragged them. */
  readonly weights: Readonly<Record<string, number>>;
}

export const startSettings: ChartSettings = {
  freq: '1d',
  adjust: 'none',
  scale: 'linear',
  view: 'chart',
  volume: true,
  indicators: [5, 20, 60].map((period, place) => ({ key: `sma${place + 1}`, id: 'sma', parameters: { period } })),
  weights: {},
};

/** Reads what was kept as text; anything that does not fit takes its start value, since a lost layout is not worth an error. */
export function parseChartSettings(text: string): ChartSettings {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return startSettings;
  }
  if (typeof found !== 'object' || found === null) return startSettings;
  const kept = found as Readonly<Record<string, unknown>>;
  const oneOf = <T>(choices: readonly T[], value: unknown, start: T): T => choices.find((choice) => choice === value) ?? start;
  return {
    freq: oneOf(frequencies, kept['freq'], startSettings.freq),
    adjust: oneOf(adjustments, kept['adjust'], startSettings.adjust),
    scale: oneOf(['linear', 'log', 'percent'] as const, kept['scale'], startSettings.scale),
    view: oneOf(['chart', 'table'] as const, kept['view'], startSettings.view),
    volume: kept['volume'] !== false,
    indicators: Array.isArray(kept['indicators']) ? kept['indicators'].filter(isChosenIndicator) : startSettings.indicators,
    weights: weightsOf(kept['weights']),
  };
}

const known = new Set(indicators.map(({ id }) => id));

function isChosenIndicator(value: unknown): value is ChosenIndicator {
  const { key, id, parameters } = (value ?? {}) as Partial<ChosenIndicator>;
  return typeof key === 'string' && typeof id === 'string' && known.has(id) && typeof parameters === 'object' && parameters !== null;
}

function weightsOf(value: unknown): Record<string, number> {
  const entries = Object.entries(value ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0);
  return Object.fromEntries(entries);
}
