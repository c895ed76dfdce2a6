/** What a figure needs beside the bars of its series, and how to supply it. */
export const needsErrors = {
  'needs.benchmark': {
    en: 'A benchmark is needed. No index on the calendar of {symbol} is stored: import one, or name another symbol as benchmark.',
    zh: '需要基准。未保存与 {symbol} 同一日历的指数：请导入指数，或指定其他代码作为基准。',
  },
  'needs.floatShares': {
    en: 'The shares of {symbol} in free float are needed and not stored. Import its share counts.',
    zh: '需要 {symbol} 的流通股本，目前尚未保存。请导入其股本数据。',
  },
  'needs.upperLimit': {
    en: '{symbol} has no daily price limit by the rules of its exchange, or they are not known.',
    zh: '按交易所规则 {symbol} 没有涨跌幅限制，或规则未知。',
  },
  'needs.rawBasis': {
    en: 'Price limits apply to prices as traded; these are on the basis {value}. Choose a series on: {allowed}.',
    zh: '涨跌停针对实际成交价；当前口径为 {value}。请选择以下口径的数据：{allowed}。',
  },
  'needs.session': {
    en: 'Intraday bars and the trading sessions of {symbol} are needed; {freq} bars do not tell how much of a session has passed.',
    zh: '需要 {symbol} 的日内K线与交易时段；{freq} K线无法得知当日已交易的时长。',
  },
} as const;
