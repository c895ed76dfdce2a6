import { expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import { checkSetting, environmentName, readSetting, readSettings, settingFromText, type SettingSources } from '../../../src/main/settings/settings.ts';

const nothing: SettingSources = { flags: new Map(), environment: {}, stored: () => new Map(), profile: new Map() };

test('a setting that nobody set has its default', () => {
  expect(readSetting('ui.theme', nothing)).toEqual({ key: 'ui.theme', value: 'system', origin: 'default' });
});

test('a flag beats the environment, which beats the store, which beats the profile', () => {
  const sources: SettingSources = {
    flags: new Map([['ui.theme', 'dark']]),
    environment: { CHARTROOM_UI_THEME: 'light', CHARTROOM_UI_DENSITY: 'compact' },
    stored: () => new Map([['ui.density', 'comfortable'], ['ui.language', 'zh']]),
    profile: new Map([['ui.language', 'en'], ['ui.direction', 'red-up']]),
  };
  const found = Object.fromEntries(readSettings(sources).map(({ key, value, origin }) => [key, [value, origin]]));
  expect(found).toMatchObject({
    'ui.theme': ['dark', 'flag'],
    'ui.density': ['compact', 'environment'],
    'ui.language': ['zh', 'store'],
    'ui.direction': ['red-up', 'profile'],
  });
});

test('a value that is not allowed is passed over for the next place', () => {
  const sources = { ...nothing, environment: { CHARTROOM_UI_THEME: 'purple' }, profile: new Map([['ui.theme', 'dark']]) };
  expect(readSetting('ui.theme', sources)).toEqual({ key: 'ui.theme', value: 'dark', origin: 'profile' });
});

test('camel case becomes underscores in the name of the environment variable', () => {
  expect(environmentName('ui.firstRunDone')).toBe('CHARTROOM_UI_FIRST_RUN_DONE');
});

test('an unknown key and a wrong value are errors that say what is allowed', () => {
  expect(() => checkSetting('ui.nope', 'x')).toThrow(new AppError('settings.unknown', { key: 'ui.nope' }));
  expect(() => settingFromText('ui.theme', 'purple')).toThrow(
    new AppError('settings.value', { key: 'ui.theme', value: 'purple', allowed: 'system, light, dark' }),
  );
});

test('an inherited property name is not a setting', () => {
  expect(() => checkSetting('constructor', 'x')).toThrow(AppError);
});
