import type { Language } from '../i18n/language.ts';

const words = { en: { h: ' h', m: ' min', s: ' s', ms: ' ms' }, zh: { h: ' 小时', m: ' 分', s: ' 秒', ms: ' 毫秒' } } as const;

/** A span of time with at most two units: `850 ms`, `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(durationMs: number, language: Language): string {
  const word = words[language];
  if (durationMs < 1000) return `${Math.round(durationMs)}${word.ms}`;
  if (durationMs < 9_950) return `${(durationMs / 1000).toFixed(1)}${word.s}`;
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return `${seconds}${word.s}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return join(`${minutes}${word.m}`, seconds % 60, word.s);
  return join(`${Math.floor(minutes / 60)}${word.h}`, minutes % 60, word.m);
}

function join(large: string, small: number, word: string): string {
  return small === 0 ? large : `${large} ${small}${word}`;
}
