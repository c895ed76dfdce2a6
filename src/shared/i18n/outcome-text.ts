import type { Language } from './language.ts';

const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ok: { en: 'answered', zh: '成功' },
  unchanged: { en: 'unchanged', zh: '无变化' },
  'app.cancelled': { en: 'cancelled', zh: '已取消' },
  'network.offline': { en: 'offline', zh: '离线' },
  'network.address': { en: 'address not allowed', zh: '地址不允许' },
  'network.unreachable': { en: 'cannot be reached', zh: '无法连接' },
  'network.timeout': { en: 'no answer in time', zh: '超时' },
  'network.truncated': { en: 'broke off', zh: '响应中断' },
  'network.status': { en: 'refused', zh: '被拒绝' },
  'network.limited': { en: 'limits requests', zh: '被限流' },
  'network.resting': { en: 'left alone', zh: '暂停请求' },
  'network.size': { en: 'too large', zh: '响应过大' },
  'network.type': { en: 'not data', zh: '返回非数据' },
  'network.shape': { en: 'unexpected form', zh: '格式不符' },
  'network.redirect': { en: 'redirect not allowed', zh: '重定向被拒' },
  'source.none': { en: 'no source', zh: '无数据源' },
  'source.symbolUnknown': { en: 'symbol not known', zh: '无此证券' },
  'source.symbolMismatch': { en: 'another symbol answered', zh: '返回其他证券' },
  'source.currency': { en: 'another currency', zh: '币种不符' },
  'source.empty': { en: 'no bars', zh: '无行情' },
  'source.rejected': { en: 'bars refused', zh: '行情被拒' },
  'source.key': { en: 'needs a key', zh: '需要密钥' },
  'source.stale': { en: 'behind', zh: '落后' },
};

/** What came of asking for data, in a word or two, for tables and sums; a code without words is shown as it is. */
export function outcomeText(code: string, language: Language): string {
  return words[code]?.[language] ?? code;
}
