/**
 * What a series' prices are adjusted for: nothing, splits, splits and dividends by ratio, or splits and dividends by
 * subtraction backwards from the newest bar (such prices can go negative, so ratios of them mean nothing).
 */
export const bases = ['raw', 'split', 'total', 'forwardAdditive'] as const;

export type Basis = (typeof bases)[number];

/** A view computed from a series and its corporate actions. */
export type Adjustment = 'none' | 'forward' | 'backward';
