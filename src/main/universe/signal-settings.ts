import { defaultSignalSettings, steepTierMultipliers, type SignalSettings } from '../../analysis/universe/signals.ts';
import type { SignalSettingsInput } from '../../shared/contract/signals.ts';

/** The settings asked for over the defaults. */
export function signalSettingsOf({ weights, tiers, ...given }: SignalSettingsInput): SignalSettings {
  const plain = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const own = Object.fromEntries(Object.entries(weights ?? {}).filter(([, value]) => value !== undefined));
  return {
    ...defaultSignalSettings,
    ...plain,
    weights: { ...defaultSignalSettings.weights, ...own },
    tierMultipliers: tiers === 'steep' ? steepTierMultipliers : defaultSignalSettings.tierMultipliers,
  };
}
