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
};

export function desktopTexts(language: 'en' | 'zh'): DesktopTexts {
  return language === 'zh' ? chinese : english;
}
