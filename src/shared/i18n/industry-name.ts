import type { Language } from './language.ts';

/** Industries whose Chinese name is settled: the sectors of GICS, and those that files and the demo name in one word. */
const chinese: Readonly<Record<string, string>> = {
  'Communication Services': '通信服务',
  'Consumer Discretionary': '可选消费',
  'Consumer Staples': '日常消费',
  Energy: '能源',
  Financials: '金融',
  'Health Care': '医疗保健',
  Industrials: '工业',
  'Information Technology': '信息技术',
  Materials: '原材料',
  'Real Estate': '房地产',
  Utilities: '公用事业',
  Consumer: '消费',
  Finance: '金融',
  Health: '医药',
  Industry: '制造业',
  Technology: '科技',
};

/** The name of an industry in the language, where it is settled; else as its source writes it, which is what it goes by everywhere. */
export function industryName(industry: string, language: Language): string {
  return language === 'zh' && Object.hasOwn(chinese, industry) ? (chinese[industry] ?? industry) : industry;
}
