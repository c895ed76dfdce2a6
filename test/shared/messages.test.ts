import { expect, test } from 'vitest';
import { messageCatalog } from '../../src/shared/i18n/message-catalog.ts';

const entries = Object.entries(messageCatalog);
const parametersOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();

test('every text exists in both languages with the same parameters', () => {
  const unequal = entries.filter(([, { en, zh }]) => en.trim() === '' || zh.trim() === '' || parametersOf(en).join() !== parametersOf(zh).join());
  expect(unequal.map(([key]) => key)).toEqual([]);
});

test('every counted text has both of its English forms', () => {
  const keys = new Set(Object.keys(messageCatalog));
  const halves = [...keys].filter((key) => (key.endsWith('_one') && !keys.has(key.replace('_one', '_other'))) || (key.endsWith('_other') && !keys.has(key.replace('_other', '_one'))));
  expect(halves).toEqual([]);
});

test('Chinese texts are Chinese, unless they are names, keys or figures', () => {
  const allowed = new Set(['app.name', 'settings.language.en', 'import.compressed', 'list.count', 'keys.typing.keys', 'keys.switchLanguage', 'chart.scale.percent', 'chart.preset.talib', 'chart.preset.tradingview', 'hama.title']);
  expect(entries.filter(([key, { zh }]) => !/\p{Script=Han}/u.test(zh) && !allowed.has(key)).map(([key]) => key)).toEqual([]);
});
