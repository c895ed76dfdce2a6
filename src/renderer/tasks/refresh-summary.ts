import type { TFunction } from 'i18next';
import type { RefreshResult } from '../../shared/contract/refresh.ts';
import { formatCount } from '../../shared/format/format-number.ts';
import { joinWords } from '../../shared/i18n/join-words.ts';
import type { Language } from '../../shared/i18n/language.ts';
import { outcomeText } from '../../shared/i18n/outcome-text.ts';

/** What a refresh came to, in a sentence: coverage first, then what is behind and what failed for which reasons. */
export function refreshSummary(t: TFunction, language: Language, { symbols, upToDate, stale, failed, addedBars, causes }: Pick<RefreshResult, 'symbols' | 'upToDate' | 'stale' | 'failed' | 'addedBars' | 'causes'>): string {
  const parts: string[] = [t('refresh.summary', { upToDate: formatCount(upToDate), symbols: formatCount(symbols), added: formatCount(addedBars) })];
  if (stale > 0) parts.push(t('refresh.summary.stale', { count: stale }));
  if (failed > 0) parts.push(t('refresh.summary.failed', { count: failed, causes: joinWords(causes.map(({ code, count }) => `${count} ${outcomeText(code, language)}`), language) }));
  return parts.join(' · ');
}
