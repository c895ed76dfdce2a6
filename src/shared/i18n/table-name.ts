import type { Language } from './language.ts';

const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  alert: { en: 'Alerts', zh: '提醒' },
  alert_event: { en: 'Alerts that fired', zh: '提醒触发记录' },
  alert_watch: { en: 'What alerts have seen', zh: '提醒检查进度' },
  bar_blob: { en: 'Bars, as columns', zh: 'K 线（按列存储）' },
  bar_revision: { en: 'Bars before they were corrected', zh: 'K 线修正前的值' },
  bar_tail: { en: 'Newest bars, as rows', zh: '最新 K 线（按行存储）' },
  capital_flow: { en: 'Money flow', zh: '资金流' },
  chan_log: { en: 'Chan logs', zh: '缠论记录' },
  chan_log_entry: { en: 'When Chan elements were first seen', zh: '缠论元素首次出现' },
  commit_change: { en: 'Changes of the data', zh: '数据变更' },
  corporate_action: { en: 'Splits and dividends', zh: '拆股与分红' },
  fundamental_report: { en: 'Company reports', zh: '公司财报' },
  import_batch: { en: 'Imports', zh: '导入批次' },
  import_mapping: { en: 'Saved mappings', zh: '已存导入映射' },
  import_rejection: { en: 'Rejected rows', zh: '被拒绝的行' },
  import_series: { en: 'Series of each import', zh: '各批导入的序列' },
  industry_membership: { en: 'Who is in which industry', zh: '行业归属' },
  instrument: { en: 'Instruments', zh: '证券' },
  instrument_former_key: { en: 'Former codes', zh: '曾用代码' },
  job_run: { en: 'Runs of jobs', zh: '任务运行记录' },
  job_state: { en: 'State of jobs', zh: '任务状态' },
  news: { en: 'News', zh: '新闻' },
  news_feed: { en: 'Feeds', zh: '订阅源' },
  news_identity: { en: 'Repeated news', zh: '新闻去重' },
  news_symbol: { en: 'News of symbols', zh: '新闻与证券' },
  origin_difference: { en: 'Where sources differ', zh: '数据源差异' },
  portfolio: { en: 'Portfolios', zh: '组合' },
  portfolio_entry: { en: 'Transactions', zh: '交易记录' },
  refresh_item: { en: 'Symbols of a refresh', zh: '刷新项' },
  refresh_run: { en: 'Refreshes', zh: '刷新记录' },
  scan_rule: { en: 'Own rules', zh: '自定义规则' },
  scan_run: { en: 'Kept scans', zh: '已存选股结果' },
  series: { en: 'Series', zh: '行情序列' },
  setting: { en: 'Settings', zh: '设置' },
  share_count: { en: 'Share counts', zh: '股本' },
  store_state: { en: 'State of the store', zh: '存储状态' },
  stored_analysis: { en: 'Stored analyses', zh: '已存分析' },
  watchlist: { en: 'Watchlists', zh: '自选列表' },
  watchlist_member: { en: 'Symbols of watchlists', zh: '自选证券' },
};

/** What a table of the store holds; one without a name is shown as it is called. */
export function tableName(table: string, language: Language): string {
  return names[table]?.[language] ?? table;
}
