export const sourceErrors = {
  'source.unknown': { en: 'There is no source {source}. Known: {known}.', zh: '没有数据源 {source}。可用：{known}。' },
  'source.none': { en: 'No source delivers bars for {symbol}. Import a file instead.', zh: '没有数据源提供 {symbol} 的行情，请改为导入文件。' },
  'source.symbolUnknown': { en: '{source} does not know {symbol}. Check the code or use another source.', zh: '{source} 没有 {symbol}。请检查代码或改用其他数据源。' },
  'source.symbolMismatch': { en: '{source} answered about {got} when asked for {symbol}; nothing of it was kept. Try again or use another source.', zh: '向 {source} 查询 {symbol} 却返回了 {got}，未保留任何内容。请重试或改用其他数据源。' },
  'source.currency': { en: '{source} quotes {symbol} in {got}, but its bars are in {currency}; nothing of it was kept. Check the symbol.', zh: '{source} 以 {got} 报价 {symbol}，而已有行情为 {currency}，未保留任何内容。请检查代码。' },
  'source.empty': { en: '{source} has no bars of {symbol} for the time asked.', zh: '{source} 在所查时段内没有 {symbol} 的行情。' },
  'source.rejected': { en: 'The bars of {symbol} from {source} were refused: {rejected} of {rows} rows break a rule ({rule}). Use another source.', zh: '{source} 提供的 {symbol} 行情被拒绝：{rows} 行中 {rejected} 行不合规（{rule}）。请改用其他数据源。' },
  'source.key': { en: '{source} needs a key. Set it under Data › Sources.', zh: '{source} 需要密钥，请在“数据 › 数据源”中设置。' },
  'source.stale': { en: '{source} has {symbol} only up to {asOf}, {sessions} sessions behind. Its figures stand as of that day.', zh: '{source} 的 {symbol} 仅到 {asOf}，落后 {sessions} 个交易日；数据截至该日。' },
  'refresh.running': { en: 'A refresh is running already; it was joined.', zh: '已有刷新在进行，已合并。' },
  'refresh.nothing': { en: 'There is no refresh to resume. Start a new one.', zh: '没有可继续的刷新，请开始新的刷新。' },
} as const;
