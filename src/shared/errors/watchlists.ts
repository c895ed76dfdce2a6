/** Errors of the user's own lists. */
export const watchlistErrors = {
  'watchlist.unknown': { en: 'There is no watchlist “{name}”. Yours: {allowed}.', zh: '没有名为“{name}”的自选列表。现有：{allowed}。' },
  'watchlist.none': {
    en: 'There is no watchlist “{name}”; none was made yet. Make one with `watchlist add NAME SYMBOL…` or in the symbol list.',
    zh: '没有名为“{name}”的自选列表，目前尚未创建任何列表。请用 `watchlist add 名称 代码…` 或在代码列表中创建。',
  },
  'watchlist.empty': { en: 'The watchlist “{name}” has no symbols. Add some first.', zh: '自选列表“{name}”没有代码，请先添加。' },
  'watchlist.taken': { en: 'There is a watchlist “{name}” already. Choose another name.', zh: '已有名为“{name}”的自选列表，请换一个名称。' },
  'watchlist.gone': { en: 'This watchlist is no longer there. It may have been deleted in another window.', zh: '该自选列表已不存在，可能已在其他窗口中删除。' },
} as const;
