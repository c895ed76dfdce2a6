export const appErrors = {
  'app.bug': {
    en: 'Something went wrong inside Chartroom (report {id}). Your data is safe; try again, and send the log if it happens again.',
    zh: 'Chartroom 内部出错（编号 {id}）。数据未受影响；请重试，若再次出现请附上日志反馈。',
  },
  'app.closing': { en: 'Chartroom is closing. Try again after it has started.', zh: 'Chartroom 正在退出，请在重新启动后再试。' },
  'app.timeout': { en: '{method} took longer than {timeoutMs} ms and was given up. Try again.', zh: '{method} 超过 {timeoutMs} 毫秒未完成，已放弃。请重试。' },
  'app.method': { en: 'There is no method {method}.', zh: '不存在方法 {method}。' },
  'app.input': { en: '{field}: {problem}', zh: '{field}：{problem}' },
  'app.usage': { en: '{problem}', zh: '{problem}' },
  'app.cancelled': { en: 'Cancelled.', zh: '已取消。' },
} as const;
