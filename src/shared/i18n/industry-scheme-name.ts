import type { Language } from './language.ts';

const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'gics-sector': { en: 'GICS sectors', zh: 'GICS 行业' },
  'gics-sub-industry': { en: 'GICS sub-industries', zh: 'GICS 子行业' },
  sector: { en: 'sectors', zh: '板块' },
  industry: { en: 'industries', zh: '行业' },
};

/** What a classification of industries is called; one without a name of its own goes by that of its source. */
export function industrySchemeName(scheme: string, language: Language): string {
  return names[scheme]?.[language] ?? (language === 'zh' ? `${scheme} 行业` : `industries of ${scheme}`);
}
