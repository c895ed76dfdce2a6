/** Figures of companies that are not there; nothing stands in for them. */
export const companyErrors = {
  'fundamentals.none': {
    en: 'No yearly report of {symbol} is stored for this day. Fetch fundamentals from a source that has them, or choose a later day.',
    zh: '{symbol} 在该日没有已入库的年度报告。请从提供财务数据的来源获取，或选择更晚的日期。',
  },
  'fundamentals.noSource': {
    en: 'No source has yearly reports of {symbol}. Funds, indices and pairs have none; for a company, set another order of sources under Data › Sources.',
    zh: '没有数据源提供 {symbol} 的年度报告。基金、指数和货币对没有年报；若为公司，请在“数据 › 数据源”中调整来源顺序。',
  },
  'flow.none': {
    en: 'No money flow of {symbol} is stored for this day. Sources publish it for mainland China stocks only.',
    zh: '{symbol} 在该日没有已入库的资金流向数据。仅有沪深京市场股票的来源提供此数据。',
  },
} as const;
