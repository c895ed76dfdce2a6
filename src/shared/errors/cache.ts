export const cacheErrors = {
  'cache.unknown': { en: 'Nothing is cached in {region} under {key}. `cache list` shows what is.', zh: '缓存区 {region} 中没有 {key}。运行 `cache list` 查看现有内容。' },
  'cache.nothing': { en: 'The source has nothing for {key}. Check the symbol or choose another source.', zh: '数据源没有 {key} 的内容。请检查代码或更换数据源。' },
  'cache.source': { en: 'The source failed: {problem}. Try again later or choose another source.', zh: '数据源出错：{problem}。请稍后重试或更换数据源。' },
} as const;
