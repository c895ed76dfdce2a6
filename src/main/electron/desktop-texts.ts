/** What the desktop host says itself, outside the page. */
export interface DesktopTexts {
  readonly openLink: string;
  readonly open: string;
  readonly cancel: string;
  readonly crashed: string;
  readonly reload: string;
  readonly quit: string;
  readonly cannotStart: string;
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly window: string;
  readonly help: string;
  readonly import: string;
  readonly settings: string;
  readonly palette: string;
  readonly tasks: string;
  readonly keys: string;
  readonly idle: string;
  readonly working: string;
  readonly paused: string;
  readonly offline: string;
  readonly failingSources: string;
  readonly failingJobs: string;
  readonly lastRefresh: string;
  readonly neverRefreshed: string;
  readonly refreshNow: string;
  readonly pause: string;
  readonly resume: string;
  readonly openWindow: string;
  readonly staysTitle: string;
  readonly stays: string;
  readonly understood: string;
}

const english: DesktopTexts = {
  openLink: 'Open this link in your browser?',
  open: 'Open',
  cancel: 'Cancel',
  crashed: 'The window keeps failing. Your data is safe.',
  reload: 'Reload',
  quit: 'Quit',
  cannotStart: 'Chartroom cannot start',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  import: 'Import files…',
  settings: 'Settings…',
  palette: 'Search or command…',
  tasks: 'Tasks',
  keys: 'Keys',
  idle: 'Idle',
  working: '{count} at work ({share})',
  paused: 'Jobs paused',
  offline: 'Offline',
  failingSources: 'Sources failing: {count}',
  failingJobs: 'Jobs failing: {count}',
  lastRefresh: 'Refreshed {time} · {upToDate} of {symbols} up to date',
  neverRefreshed: 'Not refreshed yet',
  refreshNow: 'Refresh now',
  pause: 'Pause jobs',
  resume: 'Resume jobs',
  openWindow: 'Open Chartroom',
  staysTitle: 'Chartroom keeps running',
  stays: 'Closing the window leaves Chartroom in the tray, where it goes on refreshing and watching your alerts. Quit from the tray\'s menu; to end it with the window instead, change Settings.',
  understood: 'Understood',
};

const chinese: DesktopTexts = {
  openLink: '在浏览器中打开此链接？',
  open: '打开',
  cancel: '取消',
  crashed: '窗口反复出错。您的数据未受影响。',
  reload: '重新加载',
  quit: '退出',
  cannotStart: 'Chartroom 无法启动',
  file: '文件',
  edit: '编辑',
  view: '视图',
  window: '窗口',
  help: '帮助',
  import: '导入文件…',
  settings: '设置…',
  palette: '搜索或命令…',
  tasks: '任务',
  keys: '快捷键',
  idle: '空闲',
  working: '{count} 项任务进行中（{share}）',
  paused: '任务已暂停',
  offline: '离线',
  failingSources: '{count} 个数据源持续失败',
  failingJobs: '{count} 项任务持续失败',
  lastRefresh: '{time} 已刷新 · {symbols} 个中 {upToDate} 个为最新',
  neverRefreshed: '尚未刷新',
  refreshNow: '立即刷新',
  pause: '暂停任务',
  resume: '恢复任务',
  openWindow: '打开 Chartroom',
  staysTitle: 'Chartroom 继续运行',
  stays: '关闭窗口后，Chartroom 仍在系统托盘中刷新数据并检查提醒。可从托盘菜单退出；如需关闭窗口即退出，请在设置中更改。',
  understood: '知道了',
};

export function desktopTexts(language: 'en' | 'zh'): DesktopTexts {
  return language === 'zh' ? chinese : english;
}
