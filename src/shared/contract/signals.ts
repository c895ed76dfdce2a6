import { z } from 'zod';
import { defineMethod } from './define-method.ts';
import { symbolText, whole } from './field.ts';
import type { SignalRow, UniverseHeader } from './universe-figures.ts';
import { universeScope } from './universe-scope.ts';

const weight = z.number().min(0).max(1).optional();
const places = z.number().positive().max(10_000).optional();
const percent = z.number().positive().max(1_000).optional();
const sessions = whole(1, 60).optional();

/** What the signal panel lets a user set; what is left out keeps its default. Places are stated for 5,500 names. */
export const signalSettings = z.strictObject({
  weights: z.strictObject({ hot: weight, jump: weight, volatility: weight, steady: weight, price: weight, turnover: weight, needle: weight }).optional(),
  hotMode: z.enum(['frequent', 'instant']).optional(),
  /** How much more the top tiers count. */
  tiers: z.enum(['even', 'steep']).optional(),
  jumpFull: places,
  jumpPartial: places,
  steadyFullDays: sessions,
  steadyPartialDays: sessions,
  priceChangePercent: percent,
  turnoverPercent: percent,
  volatilityFullPercent: percent,
  volatilityPartialPercent: percent,
  needleScore: z.number().min(0).max(100).optional(),
});

export type SignalSettingsInput = z.output<typeof signalSettings>;

export interface SignalsAnswer extends UniverseHeader {
  /** Strongest first. */
  readonly rows: readonly SignalRow[];
  /** How many symbols each kind fired on. */
  readonly fired: Readonly<Record<string, number>>;
}

export interface SignalHistoryAnswer extends UniverseHeader {
  readonly of: string;
  readonly days: readonly { readonly date: string; readonly rank: number | null; readonly hot: boolean; readonly jump: boolean; readonly steady: boolean }[];
}

export const signalsMethods = {
  'signals.list': defineMethod<SignalsAnswer>()(
    z.strictObject({ ...universeScope, settings: signalSettings.default({}), minStrength: z.number().min(0).max(1).default(0), limit: whole(1, 20_000).default(500) }),
  ),
  'signals.history': defineMethod<SignalHistoryAnswer>()(
    z.strictObject({ ...universeScope, of: symbolText, period: whole(1, 60).default(7), settings: signalSettings.default({}) }),
  ),
};
