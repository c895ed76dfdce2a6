export const jobErrors = {
  'jobs.unknown': { en: 'There is no job {job} here. `jobs list` shows them all.', zh: '此处没有任务 {job}。运行 `jobs list` 查看全部任务。' },
  'jobs.interval': { en: 'The job {job} has no interval: it runs by sessions or once a day.', zh: '任务 {job} 没有间隔：它按交易时段或每日运行一次。' },
  'jobs.daily': { en: 'The job {job} has no time of day: it runs at intervals or by sessions.', zh: '任务 {job} 没有每日时间：它按间隔或交易时段运行。' },
  'jobs.scope': { en: 'The job {job} works on no symbols, so it takes no watchlist or list of symbols.', zh: '任务 {job} 不针对证券，不能指定自选列表或代码。' },
  'jobs.bug': { en: 'The job {job} failed inside Chartroom. Your data is safe; the log says more.', zh: '任务 {job} 在 Chartroom 内部出错。数据未受影响，详情见日志。' },
} as const;
