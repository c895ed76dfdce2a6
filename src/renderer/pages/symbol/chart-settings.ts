import type { ParameterValue } from '../../../analysis/indicators/parameter.ts';
import { indicators } from '../../../analysis/indicators/registry.ts';
import type { Adjustment } from '../../../shared/basis.ts';
import { frequencies, type Frequency } from '../../../shared/frequency.ts';
import type { ChanPart } from '../../charts/overlays/chan-overlay.ts';
import type { ScaleKind } from '../../charts/price-scale.ts';

/** Every adjustment, in the order offered. */
export const adjustments = ['none', 'forward', 'backward'] as const satisfies readonly Adjustment[];

/** One indicator on the chart. `key` tells two of a kind apart. */
export interface ChosenIndicator {
  readonly key: string;
  readonly id: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** What of the Chan structure can be drawn, in the order offered. */
export const chanParts = ['fractals', 'strokes', 'segments', 'strokeZones', 'segmentZones', 'strokePoints', 'segmentPoints'] as const satisfies readonly ChanPart[];

export const profiles = ['none', 'volume', 'chips'] as const;
export type Profile = (typeof profiles)[number];

export const hamaPresets = ['A', "A'", 'B', 'C', 'daily'] as const;
export type HamaPreset = (typeof hamaPresets)[number];

/** Panels under the chart. */
export const panelIds = ['score', 'risk', 'levels', 'scenario', 'company', 'hama', 'chan', 'news', 'history', 'ask'] as const;
export type PanelId = (typeof panelIds)[number];

export interface HamaSettings {
  readonly isShown: boolean;
  readonly preset: HamaPreset;
  readonly showsBands: boolean;
}

export interface ChanSettings {
  readonly isShown: boolean;
  readonly parts: readonly ChanPart[];
  /** Options by their names in the reference, as the JSON text of one object; empty for the defaults. */
  readonly options: string;
}

/** How the user set the chart up; the same for every symbol. */
export interface ChartSettings {
  readonly freq: Frequency;
  readonly adjust: Adjustment;
  readonly scale: ScaleKind;
  readonly view: 'chart' | 'table';
  readonly volume: boolean;
  readonly hama: HamaSettings;
  readonly chan: ChanSettings;
  /** Support and resistance stay on the chart while their panel is closed; so does the cone. */
  readonly levels: boolean;
  /** What is drawn by price: the volume of the bars on screen, or the costs of the float. */
  readonly profile: Profile;
  readonly scenario: boolean;
  readonly panel: PanelId | null;
  readonly indicators: readonly ChosenIndicator[];
  /** The symbol that relative strength compares with; empty for the index of the market. */
  readonly benchmark: string;
  /** Weights of panes by id, as the user dragged them. */
  readonly weights: Readonly<Record<string, number>>;
}

export const startSettings: ChartSettings = {
  freq: '1d',
  adjust: 'none',
  scale: 'linear',
  view: 'chart',
  volume: true,
  hama: { isShown: false, preset: 'A', showsBands: false },
  chan: { isShown: false, parts: ['strokes', 'segments', 'strokeZones', 'strokePoints'], options: '' },
  levels: false,
  profile: 'none',
  scenario: false,
  panel: null,
  indicators: [5, 20, 60].map((period, place) => ({ key: `sma${place + 1}`, id: 'sma', parameters: { period } })),
  benchmark: '',
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
    hama: hamaOf(kept['hama']),
    chan: chanOf(kept['chan']),
    levels: kept['levels'] === true,
    profile: oneOf(profiles, kept['profile'], startSettings.profile),
    scenario: kept['scenario'] === true,
    panel: panelIds.find((panel) => panel === kept['panel']) ?? null,
    indicators: Array.isArray(kept['indicators']) ? kept['indicators'].filter(isChosenIndicator) : startSettings.indicators,
    benchmark: typeof kept['benchmark'] === 'string' ? kept['benchmark'] : '',
    weights: weightsOf(kept['weights']),
  };
}

/** What the menu offers: the whole registry; HAMA has an overlay and a panel of its own. */
export const menuIndicators = indicators.filter(({ id }) => id !== 'hama');

const known = new Set(menuIndicators.map(({ id }) => id));

function isChosenIndicator(value: unknown): value is ChosenIndicator {
  const { key, id, parameters } = (value ?? {}) as Partial<ChosenIndicator>;
  return typeof key === 'string' && typeof id === 'string' && known.has(id) && typeof parameters === 'object' && parameters !== null;
}

function hamaOf(value: unknown): HamaSettings {
  const { isShown, preset, showsBands } = (value ?? {}) as Partial<HamaSettings>;
  return { isShown: isShown === true, preset: hamaPresets.find((candidate) => candidate === preset) ?? 'A', showsBands: showsBands === true };
}

function chanOf(value: unknown): ChanSettings {
  const { isShown, parts, options } = (value ?? {}) as Partial<ChanSettings>;
  return {
    isShown: isShown === true,
    parts: Array.isArray(parts) ? chanParts.filter((part) => parts.includes(part)) : startSettings.chan.parts,
    options: typeof options === 'string' ? options : '',
  };
}

function weightsOf(value: unknown): Record<string, number> {
  const entries = Object.entries(value ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0);
  return Object.fromEntries(entries);
}
