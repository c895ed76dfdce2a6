import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameMessages } from '../../src/shared/i18n/frame-messages.ts';
import { importMessages } from '../../src/shared/i18n/import-messages.ts';
import { listMessages } from '../../src/shared/i18n/list-messages.ts';
import { messageCatalog } from '../../src/shared/i18n/message-catalog.ts';
import { settingsMessages } from '../../src/shared/i18n/settings-messages.ts';

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
  const allowed = new Set(['settings.language.en', 'list.count', 'keys.typing.keys', 'keys.switchLanguage', 'chart.preset.talib', 'chart.preset.tradingview', 'hama.title', 'scenario.column.percentile', 'model.level.shortAverage', 'model.level.mediumAverage']);
  expect(entries.filter(([key, { zh }]) => !/\p{Script=Han}/u.test(zh) && !allowed.has(key) && !key.startsWith('import.format.')).map(([key]) => key)).toEqual([]);
});

test('every text of frame, list, settings and import is shown somewhere', () => {
  const root = join(import.meta.dirname, '../../src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.includes('i18n'));
  const source = files.map((name) => readFileSync(join(root, name), 'utf8')).join('\n');
  // Keys stand in the source whole, or as a template whose first part is fixed: `task.state.${state}`.
  const beginnings = [...source.matchAll(/`([a-zA-Z]+\.[a-zA-Z.]*)\$\{/g)].map(([, beginning]) => beginning ?? '');
  const isUsed = (key: string): boolean => source.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning));
  const keys = Object.keys({ ...frameMessages, ...listMessages, ...settingsMessages, ...importMessages });
  expect(keys.map((key) => key.replace(/_(one|other)$/, '')).filter((key) => !isUsed(key))).toEqual([]);
});
