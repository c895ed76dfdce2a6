import { z } from 'zod';
import { defineMethod } from './define-method.ts';

export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'loopback' | 'cli' | 'memory';
  readonly platform: string;
  /** True in the demo workspace: everything shown and exported carries the watermark. */
  readonly demo: boolean;
  readonly canShowDialogs: boolean;
}

export interface HealthComponent {
  readonly name: string;
  readonly state: 'ok' | 'degraded' | 'failed';
  /** Plain facts, e.g. `{bytes: 41000000}`; translated by the reader from `name` and `code`. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export interface Health {
  readonly state: 'ok' | 'degraded' | 'failed';
  readonly version: string;
  readonly components: readonly HealthComponent[];
}

const nothing = z.strictObject({});

export const appMethods = {
  'app.info': defineMethod<AppInfo>()(nothing),
  'app.health': defineMethod<Health>()(nothing),
};
