import { z } from 'zod';
import { defineMethod } from './define-method.ts';
import { text } from './field.ts';

export type SettingValue = string | number | boolean;

/** Where a setting's value came from, strongest first. */
export type SettingOrigin = 'flag' | 'environment' | 'store' | 'profile' | 'default';

export interface Setting {
  readonly key: string;
  readonly value: SettingValue;
  readonly origin: SettingOrigin;
}

const key = text(64, 1);

export const settingsMethods = {
  'settings.list': defineMethod<readonly Setting[]>()(z.strictObject({})),
  'settings.set': defineMethod<Setting>()(z.strictObject({ key, value: z.union([text(4_000), z.number(), z.boolean()]) })),
  'settings.reset': defineMethod<Setting>()(z.strictObject({ key })),
};
