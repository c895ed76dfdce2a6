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
  'host.fileTooLarge': { en: '{name} is larger than 2 GiB. Use the command line to import it.', zh: '{name} 超过 2 GiB，请使用命令行导入。' },
} as const;
