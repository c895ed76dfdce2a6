import { exchangeByMic } from '../../../shared/exchanges.ts';
import type { Asked } from '../provider.ts';

/** How Yahoo writes an instrument; null for one it does not have. */
export function yahooSymbol({ mic, code, kind }: Pick<Asked, 'mic' | 'code' | 'kind'>): string | null {
  if (mic === 'INDEX') return /\.(SH|SZ)$/.test(code) ? code.replace(/\.SH$/, '.SS') : `^${code}`;
  if (mic === 'FX') return `${code}=X`;
  if (kind === 'crypto') {
    // A pair against a stable coin is not the pair against the dollar.
    const pair = /^(.+?)(USD|EUR|GBP|JPY)$/.exec(code);
    return pair === null ? null : `${pair[1]}-${pair[2]}`;
  }
  const exchange = exchangeByMic(mic);
  switch (exchange?.market) {
    case 'US':
      return code.replace('.', '-');
    case 'CN':
      return mic === 'XBSE' ? null : `${code}.${mic === 'XSHG' ? 'SS' : 'SZ'}`;
    case 'HK':
      return `${code.replace(/^0+/, '').padStart(4, '0')}.HK`;
    default: {
      const [suffix] = exchange?.suffixes ?? [];
      return suffix === undefined ? null : `${code.replace('.', '-')}.${suffix}`;
    }
  }
}
