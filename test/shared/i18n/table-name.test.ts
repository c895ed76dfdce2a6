import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tableName } from '../../../src/shared/i18n/table-name.ts';

test('every table of the store says in both languages what it holds', () => {
  const schema = readFileSync(new URL('../../main/store/schema.sql', import.meta.url), 'utf8');
  const tables = [...schema.matchAll(/^CREATE TABLE "?(\w+)/gm)].map(([, name = '']) => name).filter((name) => !name.startsWith('sqlite_'));
  expect([tables.length > 30, tables.filter((table) => tableName(table, 'en') === table || tableName(table, 'zh') === table)]).toEqual([true, []]);
});
