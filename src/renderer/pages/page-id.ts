/** The pages that exist, in the order of the navigation rail. */
export const pageIds = ['symbol', 'scan', 'industries', 'portfolios', 'alerts', 'data', 'settings'] as const;

export type PageId = (typeof pageIds)[number];
