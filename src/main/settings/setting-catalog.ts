import { sourceSettings } from '../providers/source-catalog.ts';
import type { SettingValue } from '../../shared/contract/settings.ts';
import type { SettingDefinition } from './setting-definition.ts';

/** Every setting of the app. */
export const settingCatalog: Readonly<Record<string, SettingDefinition>> = {
  'ui.language': { type: 'choice', default: 'system', choices: ['system', 'en', 'zh'] },
  'ui.theme': { type: 'choice', default: 'system', choices: ['system', 'light', 'dark'] },
  'ui.direction': {
    type: 'choice',
    default: 'green-up',
    choices: ['red-up', 'green-up', 'red-blue', 'blue-orange', 'high-contrast'],
  },
  'ui.density': { type: 'choice', default: 'normal', choices: ['compact', 'normal', 'comfortable'] },
  'ui.firstRunDone': { type: 'flag', default: false },
  'desktop.closeToTray': { type: 'flag', default: true },
  'desktop.trayExplained': { type: 'flag', default: false },
  'desktop.startAtLogin': { type: 'flag', default: false },
  'jobs.paused': { type: 'flag', default: false },
  'machine.profile': { type: 'choice', default: 'normal', choices: ['normal', 'small'] },
  'ui.layout': { type: 'text', default: '', maxLength: 4_000 },
  'sources.folder.path': { type: 'text', default: '', maxLength: 1_000 },
  'sources.folder.mapping': { type: 'text', default: '', maxLength: 64 },
  'refresh.historyYears': { type: 'number', default: 10, min: 1, max: 60 },
  'refresh.sampled': { type: 'number', default: 3, min: 0, max: 50 },
  'retention.days': { type: 'number', default: 90, min: 7, max: 3_650 },
  'network.offline': { type: 'flag', default: false },
  'network.userAgent': { type: 'text', default: 'Mozilla/5.0 (compatible; Chartroom/0.1)', maxLength: 200 },
  'news.feeds': { type: 'text', default: '', maxLength: 4_000 },
  'ui.chart': { type: 'text', default: '', maxLength: 4_000 },
  'ui.signals': { type: 'text', default: '', maxLength: 4_000 },
  ...sourceSettings,
};

/** What a setting allows, in words a person reads. */
export function allowedValues(definition: SettingDefinition): string {
  switch (definition.type) {
    case 'choice':
      return definition.choices.join(', ');
    case 'number':
      return `${definition.min} – ${definition.max}`;
    case 'flag':
      return 'true, false';
    case 'text':
      return `≤ ${definition.maxLength}`;
  }
}

export function isAllowed(definition: SettingDefinition, value: SettingValue): boolean {
  switch (definition.type) {
    case 'choice':
      return typeof value === 'string' && definition.choices.includes(value);
    case 'number':
      return typeof value === 'number' && value >= definition.min && value <= definition.max;
    case 'flag':
      return typeof value === 'boolean';
    case 'text':
      return typeof value === 'string' && value.length <= definition.maxLength;
  }
}

/** Reads text from a flag, the environment or the command line as the setting's type; null when it is not one of its values. */
export function parseSettingText(definition: SettingDefinition, text: string): SettingValue | null {
  const value: SettingValue =
    definition.type === 'number' && text.trim() !== '' ? Number(text)
    : definition.type === 'flag' && (text === 'true' || text === 'false') ? text === 'true'
    : text;
  return isAllowed(definition, value) ? value : null;
}
