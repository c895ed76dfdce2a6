import type { Asked } from '../provider.ts';
import { chineseCode } from './chinese-code.ts';

/** East Money's id of an instrument; null for one it does not have. */
export function secid(instrument: Pick<Asked, 'mic' | 'code'>): string | null {
  const chinese = chineseCode(instrument);
  if (chinese !== null) return `${chinese.place === 'sh' ? 1 : 0}.${chinese.code}`;
  return instrument.mic === 'XHKG' ? `116.${instrument.code}` : null;
}
