/** How the window looks and speaks, as settings with their allowed values; the first of each is the default. */
export const preferenceChoices = {
  'ui.language': ['system', 'en', 'zh'],
  'ui.theme': ['system', 'light', 'dark'],
  'ui.direction': ['green-up', 'red-up', 'red-blue', 'blue-orange', 'high-contrast'],
  'ui.density': ['normal', 'compact', 'comfortable'],
} as const;

export type PreferenceKey = keyof typeof preferenceChoices;
export type Preference<K extends PreferenceKey> = (typeof preferenceChoices)[K][number];
export type Preferences = { readonly [K in PreferenceKey]: Preference<K> };
export type DirectionPreset = Preference<'ui.direction'>;

/** Panel sizes by page as JSON text, at most 4,000 characters. */
export const layoutSettingKey = 'ui.layout';

/** How the chart is set up, as JSON text, at most 4,000 characters. */
export const chartSettingKey = 'ui.chart';

/** The user's weights and thresholds of the signals, as JSON text, at most 4,000 characters. */
export const signalSettingKey = 'ui.signals';
