import { AppError } from '../../shared/app-error.ts';
import type { Setting, SettingOrigin, SettingValue } from '../../shared/contract/settings.ts';
import { allowedValues, isAllowed, parseSettingText, settingCatalog } from './setting-catalog.ts';
import type { SettingDefinition } from './setting-definition.ts';

/** The places a value can come from, strongest first; what is missing everywhere is the default. */
export interface SettingSources {
  readonly flags: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What was set by the user and kept in the store. */
  stored(): ReadonlyMap<string, SettingValue>;
  /** The profile's own file, written by whoever installed the app. */
  readonly profile: ReadonlyMap<string, SettingValue>;
}

/** `ui.theme` is read from `CHARTROOM_UI_THEME`. */
export function environmentName(key: string): string {
  return `CHARTROOM_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).replaceAll('.', '_').toUpperCase()}`;
}

/** Every setting with its value in force and where that came from. Values that are not allowed are passed over. */
export function readSettings(sources: SettingSources): Setting[] {
  const stored = sources.stored();
  return Object.entries(settingCatalog).map(([key, definition]) => readOne(key, definition, sources, stored));
}

export function readSetting(key: string, sources: SettingSources): Setting {
  return readOne(key, definitionOf(key), sources, sources.stored());
}

/** Checks a value that is about to be stored. Throws `settings.unknown` or `settings.value`. */
export function checkSetting(key: string, value: SettingValue): void {
  const definition = definitionOf(key);
  if (!isAllowed(definition, value)) {
    throw new AppError('settings.value', { key, value: String(value).slice(0, 100), allowed: allowedValues(definition) });
  }
}

/** Reads what a person typed after a key. Throws `settings.unknown` or `settings.value`. */
export function settingFromText(key: string, text: string): SettingValue {
  const definition = definitionOf(key);
  const value = parseSettingText(definition, text);
  if (value === null) throw new AppError('settings.value', { key, value: text.slice(0, 100), allowed: allowedValues(definition) });
  return value;
}

function definitionOf(key: string): SettingDefinition {
  const definition = Object.hasOwn(settingCatalog, key) ? settingCatalog[key] : undefined;
  if (definition === undefined) throw new AppError('settings.unknown', { key });
  return definition;
}

function readOne(key: string, definition: SettingDefinition, sources: SettingSources, stored: ReadonlyMap<string, SettingValue>): Setting {
  const candidates: readonly [SettingOrigin, SettingValue | null | undefined][] = [
    ['flag', textValue(definition, sources.flags.get(key))],
    ['environment', textValue(definition, sources.environment[environmentName(key)])],
    ['store', stored.get(key)],
    ['profile', sources.profile.get(key)],
  ];
  for (const [origin, value] of candidates) {
    if (value !== null && value !== undefined && isAllowed(definition, value)) return { key, value, origin };
  }
  return { key, value: definition.default, origin: 'default' };
}

function textValue(definition: SettingDefinition, text: string | undefined): SettingValue | null {
  return text === undefined ? null : parseSettingText(definition, text);
}
