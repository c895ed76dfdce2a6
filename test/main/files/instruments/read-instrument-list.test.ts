import { expect, test } from 'vitest';
import { readInstrumentList } from '../../../../src/main/files/instruments/read-instrument-list.ts';

test('a list with sectors is read by its titles, quotes and all', () => {
  const text = 'Symbol,Security,GICS Sector,GICS Sub-Industry,Founded\nQVX,"Quovix, Mills",Materials,Paper,1902\nZLM,,Energy,,\n';
  expect(readInstrumentList(text)).toEqual([
    { line: 2, code: 'QVX', name: 'Quovix, Mills', industries: { 'gics-sector': 'Materials', 'gics-sub-industry': 'Paper' } },
    { line: 3, code: 'ZLM', name: null, industries: { 'gics-sector': 'Energy' } },
  ]);
});

test('Chinese titles are understood', () => {
  expect(readInstrumentList('\uFEFF代码,名称,行业\n600000,某某银行,银行\n')).toEqual([{ line: 2, code: '600000', name: '某某银行', industries: { industry: '银行' } }]);
});

test('a file of bars is not a list, even with a sector column', () => {
  expect(readInstrumentList('date,symbol,close,sector\n2024-01-02,QVX,1,Energy\n')).toBeNull();
});

test('a list without industries is not one', () => {
  expect(readInstrumentList('symbol,name\nQVX,Quovix\n')).toBeNull();
});
