import type { Language } from '../../shared/i18n/language.ts';

/** The name in the language, else in the other, else null. */
export function symbolName({ nameEn, nameZh }: { readonly nameEn: string | null; readonly nameZh: string | null }, language: Language): string | null {
  return language === 'zh' ? (nameZh ?? nameEn) : (nameEn ?? nameZh);
}
