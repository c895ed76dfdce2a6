/** Texts of reports. `{name}` is replaced by the value of that name. */
const reportMessages = {
  title: { en: '{code} {name}', zh: '{code} {name}' },
  subtitle: { en: '{market} · as of {asOf} · prices {basis} · {source}', zh: '{market} · 截至 {asOf} · 价格{basis} · 来源 {source}' },
  watermark: { en: 'DEMO · synthetic data, invented companies', zh: '示例数据 · 合成行情，虚构公司' },
  footer: {
    en: 'Figures from the bars named under “Data and provenance”; nothing here is advice. The manifest beside this file lists every input with its hash; Chartroom verifies it.',
    zh: '数据来自“数据与来源”所列行情，不构成投资建议。随附的清单列出每项输入及其哈希，可用 Chartroom 校验。',
  },
  overview: { en: 'Overview', zh: '概览' },
  close: { en: 'Close', zh: '收盘' },
  change: { en: 'Change', zh: '涨跌' },
  range250: { en: '250-bar range', zh: '250 期区间' },
  volume: { en: 'Volume', zh: '成交量' },
  volumeMean: { en: 'Volume, 20-bar mean', zh: '20 期均量' },
  change20: { en: '20-bar change', zh: '20 期涨跌' },
  change250: { en: '250-bar change', zh: '250 期涨跌' },
  drawdown: { en: 'Below its 250-bar high', zh: '距 250 期高点' },
  chart: { en: 'Price', zh: '价格走势' },
  chartCaption: { en: '{symbol}, last {bars} bars', zh: '{symbol}，最近 {bars} 根 K 线' },
  assessment: { en: 'Score and risk', zh: '评分与风险' },
  coverage: { en: 'Coverage', zh: '覆盖率' },
  averages: { en: 'Moving averages', zh: '移动均线' },
  average: { en: 'Average', zh: '均线' },
  value: { en: 'Value', zh: '数值' },
  distance: { en: 'Close against it', zh: '收盘偏离' },
  recent: { en: 'Last bars', zh: '近期行情' },
  time: { en: 'Time', zh: '时间' },
  open: { en: 'Open', zh: '开盘' },
  high: { en: 'High', zh: '最高' },
  low: { en: 'Low', zh: '最低' },
  provenance: { en: 'Data and provenance', zh: '数据与来源' },
  series: { en: 'Series', zh: '序列' },
  basis: { en: 'Basis', zh: '复权基准' },
  bars: { en: 'Bars', zh: 'K 线数' },
  from: { en: 'From', zh: '起始' },
  to: { en: 'To', zh: '截止' },
  fetched: { en: 'Taken in', zh: '入库时间' },
  source: { en: 'Source', zh: '来源' },
  flaggedFilled: { en: 'Bars whose empty open, high or low took the close of their row: {count}.', zh: '{count} 根 K 线的开、高或低为空，已取该行收盘价。' },
  flaggedRange: { en: 'Bars with an open or close outside high–low, kept as given: {count}.', zh: '{count} 根 K 线的开盘或收盘超出最高–最低区间，按原样保留。' },
  flaggedAmount: { en: 'Bars with an amount that does not fit their volume and prices, so that the unit of one of them is in doubt: {count}.', zh: '{count} 根 K 线的成交额与成交量、价格不符：其中一项的单位存疑。' },
  flaggedRevised: { en: 'Bars corrected after they were first stored: {count}.', zh: '{count} 根 K 线在入库后被更正。' },
  stale: { en: 'The newest bar is {sessions} sessions behind its exchange.', zh: '最新 K 线落后交易所 {sessions} 个交易日。' },
  chapterFailed: { en: 'This chapter could not be made: {problem}', zh: '本章节未能生成：{problem}' },
  needsBars: { en: 'Needs {needed} bars; there are {bars}.', zh: '需要 {needed} 根 K 线，现有 {bars} 根。' },
} as const;

export type ReportMessage = keyof typeof reportMessages;

/** A text of a report in its language. */
export function reportText(language: 'en' | 'zh', message: ReportMessage, values: Readonly<Record<string, string | number>> = {}): string {
  return reportMessages[message][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
