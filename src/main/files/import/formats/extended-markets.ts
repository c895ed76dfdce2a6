/** 通达信's numbers of extended markets, as they stand in front of a code (`31#00700`), and our exchanges. */
export const extendedMarkets: Readonly<Record<string, string>> = { '31': 'XHKG', '48': 'XHKG', '71': 'XHKG', '74': 'US' };
