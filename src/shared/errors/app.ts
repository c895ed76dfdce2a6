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
  'task.unknown': { en: 'There is no task {task}. It may have ended long ago.', zh: '任务 {task} 不存在，可能早已结束。' },
  'file.token': { en: 'The file is no longer available. Choose it again.', zh: '该文件已不可用，请重新选择。' },
  'file.noDialogs': { en: 'This host has no file dialogs. Drop the file on the page or use the command line.', zh: '当前宿主没有文件对话框。请将文件拖入页面，或使用命令行。' },
  'settings.unknown': { en: 'There is no setting {key}. `config list` shows them all.', zh: '不存在设置项 {key}。运行 `config list` 查看全部设置。' },
  'settings.value': { en: '{key} cannot be {value}. Allowed: {allowed}.', zh: '{key} 不能设为 {value}。允许的取值：{allowed}。' },
} as const;
