export const hostErrors = {
  'host.checkoutOnly': {
    en: 'The browser host runs from a source checkout only. Use the desktop window.',
    zh: '浏览器宿主只能在源码目录中运行，请使用桌面窗口。',
  },
  'host.port': { en: 'Port {port} cannot be used. Choose another with --port, or leave it out.', zh: '端口 {port} 无法使用。请用 --port 另选一个，或不指定端口。' },
  'host.unreachable': {
    en: 'Chartroom does not answer. Check that it is still running, then try again.',
    zh: 'Chartroom 没有响应。请确认它仍在运行，然后重试。',
  },
  'host.token': {
    en: 'This page may no longer talk to Chartroom. Open the address that it printed at its last start.',
    zh: '此页面已无权访问 Chartroom。请打开它最近一次启动时输出的地址。',
  },
  'host.refused': { en: 'Chartroom refused the request ({status}). Reload the page and try again.', zh: 'Chartroom 拒绝了请求（{status}）。请刷新页面后重试。' },
  'host.sender': { en: 'Chartroom answers its own window only. Reload the window and try again.', zh: 'Chartroom 只响应自己的窗口。请重新加载窗口后重试。' },
  'host.addon': {
    en: 'The part of Chartroom that reads its data file cannot be loaded on this machine ({detail}). Install Chartroom again for this system and processor.',
    zh: '无法在此设备上加载 Chartroom 的数据组件（{detail}）。请重新安装适用于此系统和处理器的版本。',
  },
  'host.fileTooLarge': { en: '{name} is larger than 2 GiB. Use the command line to import it.', zh: '{name} 超过 2 GiB，请使用命令行导入。' },
} as const;
