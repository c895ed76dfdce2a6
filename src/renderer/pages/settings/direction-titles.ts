import type { MessageKey } from '../../../shared/i18n/message-catalog.ts';
import type { DirectionPreset } from '../../../shared/preferences.ts';

/** What each colour convention is called. */
export const directionTitles: Readonly<Record<DirectionPreset, MessageKey>> = {
  'green-up': 'settings.direction.greenUp',
  'red-up': 'settings.direction.redUp',
  'red-blue': 'settings.direction.redBlue',
  'blue-orange': 'settings.direction.blueOrange',
  'high-contrast': 'settings.direction.highContrast',
};
