/** The pages that exist, in the order of the navigation rail. */
export const pageIds = ['dashboard', 'symbol', 'scan', 'industries', 'portfolios', 'news', 'alerts', 'jobs', 'data', 'settings'] as const;

export type PageId = (typeof pageIds)[number];
