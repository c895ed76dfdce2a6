import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportPreview } from '../../../src/shared/contract/imports.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const bars = 'date,open,high,low,close,volume,symbol\n2024-01-02,10,11,9,10.5,1000,ABCD\n2024-01-02,20,21,19,20.5,1000,EFGH\n';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  await app.importText('bars.csv', bars, { market: 'US' });
});
afterAll(async () => {
  await app.close();
  rmSync(app.profile, { recursive: true, force: true });
});

async function preview(name: string, text: string): Promise<ImportPreview> {
  const path = join(app.profile, name);
  writeFileSync(path, text);
  return app.invoke('import.preview', { file: app.app.files.grantRead(path).token, options: {} });
}

describe('saved mappings', () => {
  const german = 'Datum;Wert\n03.01.2024;1.010,5\n';
  const options = { dateFormat: 'dd.MM.yyyy', decimal: ',', columns: ['date', 'close'], market: 'US' } as const;

  test('are kept, listed by name, used by an import, and removed', async () => {
    await app.invoke('import.saveMapping', { name: 'my broker', options: { ...options, columns: [...options.columns] } });
    expect(await app.invoke('import.mappings', {})).toEqual([{ name: 'my broker', options }]);
    const result = await app.importText('german.csv', german, { mapping: 'my broker', symbol: 'GGG' });
    expect(result).toMatchObject({ imported: 1, from: '2024-01-03' });
    await app.invoke('import.removeMapping', { name: 'my broker' });
    expect(await app.invoke('import.mappings', {})).toEqual([]);
  });

  test('one that is not there is named, with those that are', async () => {
    await app.invoke('import.saveMapping', { name: 'other', options: { market: 'US' } });
    await expect(app.importText('german.csv', german, { mapping: 'none', symbol: 'GGG' })).rejects.toMatchObject({ code: 'import.mapping', params: { name: 'none', allowed: 'other' } });
  });
});

describe('watchlist files', () => {
  test('a 通达信 block makes a list of the file’s name; the same file again adds nothing', async () => {
    const block = '\r\n1600519\r\n0000001\r\n';
    expect(await app.importText('自选股.blk', block)).toMatchObject({ format: 'watchlist', watchlist: '自选股', rows: 2, imported: 2, unchanged: 0, rejected: 0 });
    expect(await app.importText('自选股.blk', block)).toMatchObject({ imported: 0, unchanged: 2 });
    const lists = await app.invoke('watchlists.list', {});
    expect(lists.find(({ name }) => name === '自选股')?.members.map(({ symbol }) => symbol)).toEqual(['XSHG:600519', 'XSHE:000001']);
  });

  test('a market given beside a list of plain tickers settles them', async () => {
    expect(await app.importText('tickers.txt', 'Symbol\nAAPL\nMSFT\n', { market: 'US' })).toMatchObject({ format: 'watchlist', imported: 2, rejected: 0 });
  });

  test('an imported list can be taken back: its symbols go, those that were there before or added since stay, and a list it made goes when empty', async () => {
    const membersOf = async (list: string) => (await app.invoke('watchlists.list', {})).find(({ name }) => name === list)?.members.map(({ symbol }) => symbol);
    const first = await app.importText('back.blk', '1600519\r\n0000001\r\n');
    const second = await app.importText('back.blk', '1600519\r\n1600600\r\n');
    expect((await app.invoke('import.batches', {})).slice(0, 2)).toMatchObject([{ id: second.batch, format: 'watchlist', imported: 1, symbols: 1 }, { id: first.batch, imported: 2, symbols: 2 }]);
    expect(await app.invoke('import.undo', { batch: second.batch ?? 0 })).toEqual({ removed: 0, restored: 0, members: 1 });
    expect(await membersOf('back')).toEqual(['XSHG:600519', 'XSHE:000001']);
    const { id = 0 } = (await app.invoke('watchlists.list', {})).find(({ name }) => name === 'back') ?? {};
    await app.invoke('watchlists.drop', { id, symbols: ['XSHE:000001'] });
    await app.invoke('watchlists.add', { id, text: '000001.SZ', tags: [] });
    expect(await app.invoke('import.undo', { batch: first.batch ?? 0 })).toEqual({ removed: 0, restored: 0, members: 1 });
    expect(await membersOf('back')).toEqual(['XSHE:000001']);

    const alone = await app.importText('alone.blk', '1600519\r\n');
    await app.invoke('import.undo', { batch: alone.batch ?? 0 });
    expect(await membersOf('alone')).toBeUndefined();
    await expect(app.invoke('import.undo', { batch: alone.batch ?? 0 })).rejects.toMatchObject({ code: 'store.batchUndone' });
  });

  test('a TradingView list with sections, its suffix left out of the name', async () => {
    expect(await app.importText('Tech_1a2b3.txt', '###BANKS,NYSE:ABC,###OTHERS,SSE:600519,BINANCE:BTCUSDT')).toMatchObject({ watchlist: 'Tech', imported: 3 });
  });

  test('plain codes mean what is stored; what means nothing is listed by line', async () => {
    const result = await app.importText('mine.txt', 'ABCD\nEFGH\n600519\nnot a code at all\n');
    expect(result).toMatchObject({ watchlist: 'mine', imported: 3, rejected: 1, rejections: [{ line: 4, rule: 'unclearSymbol' }] });
  });

  test('a preview says what each line means before anything is changed', async () => {
    expect(await preview('later.txt', 'ABCD\n600518\n')).toMatchObject({
      kind: 'watchlist', total: 2, entries: [{ text: 'US:ABCD', symbol: 'US:ABCD', stored: true }, { text: 'XSHG:600518', symbol: 'XSHG:600518', stored: false }],
    });
    expect((await app.invoke('watchlists.list', {})).map(({ name }) => name)).not.toContain('later');
  });

  test('a table of bars or a sentence is no watchlist', async () => {
    expect(await preview('x.csv', bars)).toMatchObject({ kind: 'bars' });
    await expect(preview('note.txt', 'Dear all, please find the prices attached.')).rejects.toMatchObject({ code: 'import.noDate' });
  });
});

test('a list of instruments is previewed line by line', async () => {
  expect(await preview('names.csv', 'Symbol,Security,GICS Sector\nABCD,Abcd Inc,Energy\nZZZZ,Zed,Energy\n')).toMatchObject({
    kind: 'instruments', total: 2, entries: [{ text: 'ABCD Abcd Inc', symbol: 'US:ABCD', stored: true }, { symbol: null, stored: false }],
  });
});

test('the unit of the volume is shown with the figures that prove it', async () => {
  const rows = ['02', '03', '04'].map((day) => `2024-01-${day},10,11,9,10,1000,1000000`).join('\n');
  const shown = await preview('600519.csv', `date,open,high,low,close,volume,amount\n${rows}\n`);
  expect(shown).toMatchObject({ plan: { volumeUnit: 'lots', unitCheck: { perUnit: 1000, close: 10 } } });
});
