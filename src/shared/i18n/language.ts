export type Language = 'en' | 'zh';

/** The language for a system locale such as `zh-CN`: Chinese where it is Chinese, else English. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
