/** Errors of portfolios. */
export const portfolioErrors = {
  'portfolio.unknown': { en: 'There is no portfolio “{name}”. Yours: {allowed}.', zh: '没有名为“{name}”的组合。现有：{allowed}。' },
  'portfolio.none': {
    en: 'There is no portfolio “{name}”; none was made yet. Import one with `portfolio import FILE --name NAME` or on the Portfolios page.',
    zh: '没有名为“{name}”的组合，目前尚未创建任何组合。请用 `portfolio import 文件 --name 名称` 或在“组合”页面导入。',
  },
  'portfolio.gone': { en: 'This portfolio is no longer there. It may have been deleted in another window.', zh: '该组合已不存在，可能已在其他窗口中删除。' },
  'portfolio.taken': { en: 'There is a portfolio “{name}” already. Choose another name.', zh: '已有名为“{name}”的组合，请换一个名称。' },
  'portfolio.header': {
    en: '{file} has no line of column names that tells symbol and quantity. Name the columns: {allowed}.',
    zh: '{file} 没有能识别代码和数量的列名行。请命名列：{allowed}。',
  },
  'portfolio.rows': {
    en: 'No row of {file} could be taken over. Line {line}: {reason} ({detail}). Columns: date, type, symbol, quantity, price, fee, amount, note.',
    zh: '{file} 没有可导入的行。第 {line} 行：{reason}（{detail}）。列：date、type、symbol、quantity、price、fee、amount、note。',
  },
  'portfolio.size': { en: '{file} is larger than {allowed} bytes. Choose a table of transactions or holdings.', zh: '{file} 超过 {allowed} 字节。请选择交易或持仓表格。' },
  'portfolio.empty': { en: 'The portfolio “{name}” holds nothing by {date}. Import transactions or holdings, or choose a later day.', zh: '组合“{name}”在 {date} 没有持仓。请导入交易或持仓，或选择更晚的日期。' },
  'portfolio.noBars': {
    en: 'Nothing of the portfolio “{name}” can be valued: {symbols}. Import or refresh their daily bars first.',
    zh: '组合“{name}”无法估值：{symbols}。请先导入或刷新其日线行情。',
  },
  'portfolio.oversold': {
    en: 'On {date} more of {symbol} is sold ({quantity}) than is held ({held}). Add the missing purchase or correct the row.',
    zh: '{date} 卖出 {symbol} 的数量（{quantity}）超过持有量（{held}）。请补充缺失的买入或更正该行。',
  },
} as const;
