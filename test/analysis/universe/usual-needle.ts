import type { NeedleOptions } from '../../../src/analysis/universe/needle.ts';

export const usualNeedle: NeedleOptions = { days: 5, minimumScore: 0, pattern: 'any', requireBbi: true, longWindow: 21 };
