export const newsErrors = {
  'news.noFeeds': { en: 'No feed is switched on. Add the address of an RSS, Atom or JSON feed under News.', zh: '没有已启用的订阅源。请在“新闻”中添加 RSS、Atom 或 JSON 订阅地址。' },
  'news.feed': { en: '{host} does not answer with a feed ({problem}). Check the address in a browser.', zh: '{host} 返回的不是订阅源（{problem}）。请在浏览器中检查该地址。' },
  'news.feedsLong': { en: 'The list of feeds is too long to keep. Remove some.', zh: '订阅列表过长，无法保存。请删除部分订阅。' },
} as const;
