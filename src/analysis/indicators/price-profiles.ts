import { AppError } from '../../shared/app-error.ts';
import { chipDistribution, type ChipInput } from './chip-distribution.ts';
import type { Indicator, InputColumns, InputName } from './indicator.ts';
import type { LocalText } from './local-text.ts';
import { bars, decimal, type Parameters, type ParameterValue } from './parameter.ts';
import type { Choosable } from './parse-choices.ts';
import { findIndicator, indicators } from './registry.ts';
import { volumeProfile } from './volume-profile.ts';

/** A figure by price instead of by bar, after the last bar. */
export interface PriceProfile extends Choosable {
  readonly name: LocalText;
  readonly inputs: readonly InputName[];
  readonly source: string;
  /** Equal steps of price from `low` upward with what lies in each, and what follows from them; null where there is too little to say. */
  profile(input: InputColumns<InputName>, parameters: Readonly<Record<string, ParameterValue>>): object | null;
}

const steps: LocalText = { en: 'Steps', zh: '档数' };
const window: LocalText = { en: 'Last bars', zh: '最近 K 线数' };
const volumeParameters: Parameters = { bars: bars(250, 1, window), steps: { ...bars(50, 2, steps), max: 1_000 }, share: decimal(0.7, 0.05, 0.95, 0.05, { en: 'Value area', zh: '价值区占比' }) };
const chipParameters: Parameters = { bars: bars(250, 60, window), steps: { ...bars(150, 10, steps), max: 1_000 } };

export const priceProfiles: readonly PriceProfile[] = [
  {
    id: 'volume-profile',
    name: { en: 'Volume profile', zh: '成交量分布' },
    inputs: ['high', 'low', 'close', 'volume'],
    parameters: volumeParameters,
    presets: {},
    source: "Steidlmayer's market profile, with volume for time",
    profile(input, parameters) {
      const count = input.close.length;
      const first = Math.max(0, count - Number(parameters['bars']));
      const found = volumeProfile(input, first, count, Number(parameters['steps']), Number(parameters['share']));
      return found === null ? null : { ...found, volume: [...found.volume], bars: count - first };
    },
  },
  {
    id: 'chip-distribution',
    name: { en: 'Chip distribution', zh: '筹码分布' },
    inputs: ['high', 'low', 'close', 'volume', 'floatShares'],
    parameters: chipParameters,
    presets: {},
    source: 'the triangular cost-distribution model of Chinese terminals',
    profile(input: ChipInput, parameters) {
      const found = chipDistribution(input, input.close.length - 1, Number(parameters['bars']), Number(parameters['steps']));
      return found === null ? null : { ...found, share: [...found.share] };
    },
  },
];

/** An indicator or a profile by its id. Throws `analysis.indicator`, naming all there are. */
export function findIndicatorOrProfile(id: string): Indicator | PriceProfile {
  const profile = priceProfiles.find((one) => one.id === id);
  if (profile !== undefined) return profile;
  if (indicators.some((one) => one.id === id)) return findIndicator(id);
  throw new AppError('analysis.indicator', { field: 'indicator', value: id, allowed: [...indicators, ...priceProfiles].map((one) => one.id).join(', ') });
}
