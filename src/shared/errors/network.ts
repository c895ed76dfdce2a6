export const networkErrors = {
  'network.offline': { en: 'Offline is switched on, so nothing was fetched. Switch it off under Data to fetch again.', zh: '已开启离线模式，未获取任何数据。可在“数据”页关闭离线模式后再试。' },
  'network.address': { en: '{host} is not an address that may be fetched from: only https on public hosts is. Correct the address.', zh: '不允许访问 {host}：仅允许公网 https 地址。请修正地址。' },
  'network.unreachable': { en: '{host} cannot be reached ({problem}). Check the connection or the proxy, or use another source.', zh: '无法连接 {host}（{problem}）。请检查网络或代理，或改用其他数据源。' },
  'network.timeout': { en: '{host} did not answer within {seconds} s. Try again later or use another source.', zh: '{host} 在 {seconds} 秒内未响应。请稍后重试或改用其他数据源。' },
  'network.truncated': { en: '{host} broke off in the middle of its answer; nothing of it was kept. Try again.', zh: '{host} 的响应中途中断，未保留任何内容。请重试。' },
  'network.status': { en: '{host} refused with status {status}. Try again later or use another source.', zh: '{host} 返回错误状态 {status}。请稍后重试或改用其他数据源。' },
  'network.limited': { en: '{host} limits how much may be fetched; it is left alone until {until}. Use another source or wait.', zh: '{host} 限制了访问频率，{until} 之前不再请求。请改用其他数据源或等待。' },
  'network.resting': { en: '{host} failed several times and is left alone until {until}. Use another source or wait.', zh: '{host} 连续失败，{until} 之前不再请求。请改用其他数据源或等待。' },
  'network.size': { en: 'The answer of {host} is larger than {limitBytes} bytes and was given up.', zh: '{host} 的响应超过 {limitBytes} 字节，已放弃。' },
  'network.type': { en: '{host} answered with {type} instead of data. Open it in a browser to see what it asks for, or use another source.', zh: '{host} 返回的是 {type} 而不是数据。可在浏览器中查看其要求，或改用其他数据源。' },
  'network.shape': { en: 'The answer of {host} does not have the expected form ({problem}); nothing of it was kept.', zh: '{host} 的响应格式不符（{problem}），未保留任何内容。' },
  'network.redirect': { en: '{host} redirects to a place that is not allowed, or too often.', zh: '{host} 重定向到不允许的位置，或重定向次数过多。' },
} as const;
