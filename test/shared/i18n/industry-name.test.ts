import { expect, test } from 'vitest';
import { industryName } from '../../../src/shared/i18n/industry-name.ts';
import { industrySchemeName } from '../../../src/shared/i18n/industry-scheme-name.ts';

test('an industry goes by the name of the language where one is settled, else as its source writes it', () => {
  expect([industryName('Financials', 'zh'), industryName('Financials', 'en'), industryName('白酒', 'zh'), industryName('toString', 'zh')]).toEqual(['金融', 'Financials', '白酒', 'toString']);
});

test('a classification is named in both languages, also one that is not known', () => {
  expect([industrySchemeName('gics-sector', 'zh'), industrySchemeName('gics-sector', 'en'), industrySchemeName('eastmoney', 'en')]).toEqual(['GICS 行业', 'GICS sectors', 'industries of eastmoney']);
});
