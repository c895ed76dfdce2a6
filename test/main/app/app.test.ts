import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { AppError } from '../../../src/shared/app-error.ts';
import type { AppEvent } from '../../../src/shared/contract/event.ts';
import type { ReportResult } from '../../../src/shared/contract/reports.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

// Ten sessions of two invented symbols; 2024-03-29 was Good Friday.
const dates = ['2024-03-18', '2024-03-19', '2024-03-20', '2024-03-21', '2024-03-22', '2024-03-25', '2024-03-26', '2024-03-27', '2024-03-28', '2024-04-01'];
const csv = [
  'date,symbol,open,high,low,close,volume',
  ...dates.map((date, day) => `${date},QVX,${100 + day},${102 + day},${99 + day},${101 + day},${1000 + day}`),
  ...dates.map((date, day) => `${date},ZLM,${50 - day},${51 - day},${48 - day},${49 - day},${2000 + day}`),
].join('\n');

let open: TestApp | null = null;

async function appWithBars(): Promise<TestApp> {
  open = await openTestApp();
  await open.importText('two.csv', csv, { market: 'US' });
  return open;
}

afterEach(async () => {
  await open?.close();
  open = null;
});

test('an imported file is listed with its facts', async () => {
  const { invoke } = await appWithBars();
  const { symbols } = await invoke('symbols.list', {});
  expect(symbols.map(({ symbol, bars, from, to, close, previousClose }) => [symbol, bars, from, to, close, previousClose])).toEqual([
    ['US:QVX', 10, '2024-03-18', '2024-04-01', 110, 109],
    ['US:ZLM', 10, '2024-03-18', '2024-04-01', 40, 41],
  ]);
});

test('bars come back as they were imported, and can be cut by date', async () => {
  const { invoke } = await appWithBars();
  const { columns, series } = await invoke('bars.read', { symbol: 'qvx', from: '2024-03-28', to: '2024-04-01' });
  expect([Array.from(columns.close), series.basis, series.source]).toEqual([[109, 110], series.basis, 'two.csv']);
});

test('daily bars are shown by the week', async () => {
  const { invoke } = await appWithBars();
  const { columns } = await invoke('bars.read', { symbol: 'QVX', freq: '1w' });
  expect([Array.from(columns.open), Array.from(columns.close)]).toEqual([[100, 105, 109], [105, 109, 110]]);
});

test('a reader that knows the version gets nothing new, and after an import only what was added', async () => {
  const { invoke, importText } = await appWithBars();
  const { version } = await invoke('bars.read', { symbol: 'QVX' });
  const same = await invoke('bars.read', { symbol: 'QVX', sinceVersion: version });
  await importText('more.csv', 'date,symbol,open,high,low,close,volume\n2024-04-02,QVX,110,112,109,111,1010', { market: 'US' });
  const more = await invoke('bars.read', { symbol: 'QVX', sinceVersion: version });
  expect([same.columns.time.length, more.mode, more.fromIndex, Array.from(more.columns.close)]).toEqual([0, 'append', 10, [111]]);
});

test('an import tells whoever listens that data changed', async () => {
  const { app, importText } = await appWithBars();
  const events: AppEvent[] = [];
  app.events.subscribe((event) => events.push(event));
  await importText('more.csv', 'date,symbol,open,high,low,close,volume\n2024-04-02,QVX,110,112,109,111,1010', { market: 'US' });
  expect(events.filter(({ type }) => type === 'data')).not.toEqual([]);
});

test('an import can be undone', async () => {
  const { invoke } = await appWithBars();
  const [batch] = await invoke('import.batches', {});
  expect(await invoke('import.undo', { batch: batch?.id ?? 0 })).toMatchObject({ removed: 20 });
  expect((await invoke('symbols.list', {})).symbols.every(({ bars }) => bars === 0)).toBe(true);
});

test('a symbol that nobody knows is an error that says so', async () => {
  const { invoke } = await appWithBars();
  await expect(invoke('bars.read', { symbol: 'NOPE' })).rejects.toThrow(new AppError('symbol.unknown', { text: 'NOPE' }));
});

test('an adjustment that cannot be computed is refused with what is allowed', async () => {
  const { invoke } = await appWithBars();
  await expect(invoke('bars.read', { symbol: 'QVX', adjust: 'forward' })).rejects.toMatchObject({ code: 'bars.adjustment', params: { allowed: 'none' } });
});

test('a setting is kept in the profile and named as stored', async () => {
  const first = await openTestApp();
  await first.invoke('settings.set', { key: 'ui.theme', value: 'dark' });
  await first.close();
  open = await openTestApp(first.profile);
  expect((await open.invoke('settings.list', {})).find(({ key }) => key === 'ui.theme')).toEqual({ key: 'ui.theme', value: 'dark', origin: 'store' });
});

test('a report of a symbol verifies against the workspace it was made from', async () => {
  const { app, invoke } = await appWithBars();
  const folder = join(mkdtempSync(join(tmpdir(), 'chartroom-out-')), 'reports');
  const { task } = await invoke('reports.create', { symbol: 'QVX', formats: ['html', 'json'], folder: app.files.grantWrite(folder).token });
  const report = (await app.taskEnd(task)).result as ReportResult;
  expect(report.files.map(({ name }) => name)).toEqual(['QVX-2024-04-01.html', 'QVX-2024-04-01.json']);
  expect((await invoke('reports.verify', { manifest: report.manifest.token })).ok).toBe(true);
});

test('bars that came after a report do not spoil it', async () => {
  const { app, invoke, importText } = await appWithBars();
  const folder = mkdtempSync(join(tmpdir(), 'chartroom-out-'));
  const { task } = await invoke('reports.create', { symbol: 'QVX', formats: ['json'], folder: app.files.grantWrite(folder).token });
  const report = (await app.taskEnd(task)).result as ReportResult;
  await importText('more.csv', 'date,symbol,open,high,low,close,volume\n2024-04-02,QVX,110,112,109,111,1010', { market: 'US' });
  expect((await invoke('reports.verify', { manifest: report.manifest.token })).ok).toBe(true);
});

test('an analysis seen as of a day uses no later bar', async () => {
  const { invoke } = await appWithBars();
  const { asOf, bars } = await invoke('analyze.symbol', { symbol: 'QVX', part: 'indicators', set: 'sma', asOf: '2024-03-22' });
  expect([asOf, bars]).toEqual(['2024-03-22', 5]);
});

test('HAMA on too few bars says how many it needs', async () => {
  const { invoke } = await appWithBars();
  expect(await invoke('analyze.symbol', { symbol: 'QVX', part: 'hama' })).toMatchObject({ hama: { kind: 'needs-bars', available: 10 } });
});

test('why a figure differs is answered under each convention, with the date of the first parting', async () => {
  const { invoke } = await appWithBars();
  const { differs } = (await invoke('analyze.symbol', { symbol: 'QVX', part: 'differs', set: 'obv' })) as { differs: unknown[] };
  expect(differs).toMatchObject([
    {
      indicator: 'obv',
      presets: [{ preset: 'talib' }, { preset: 'tradingview' }, { preset: 'tongdaxin' }],
      pairs: [{ because: [{ field: 'start', values: ['volume', 'zero'] }], firstBar: { date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }, agreeFrom: null }, {}, { firstBar: null }],
    },
  ]);
});

test('R12 after closing every call is refused, and closing again is harmless', async () => {
  const { app } = await openTestApp();
  await app.close();
  await app.close();
  expect(await app.dispatch('app.info', {}, { id: 'test' })).toMatchObject({ ok: false, error: { code: 'app.closing' } });
});

test('health looks at the parts as they are', async () => {
  const { invoke } = await appWithBars();
  const health = await invoke('app.health', {});
  expect(health.components.find(({ name }) => name === 'store')).toMatchObject({ state: 'ok', facts: { symbols: 2, bars: 20 } });
  expect(health.components.find(({ name }) => name === 'sources')).toMatchObject({ state: 'ok', facts: { sources: 6, answering: 6, failing: '' } });
});

test('S17 a second process on the same profile is refused with a clear word', async () => {
  open = await openTestApp();
  await expect(openTestApp(open.profile)).rejects.toMatchObject({ code: 'store.locked' });
});

test('R7 what lies damaged in the place of the store is moved aside, and health says so', async () => {
  const place = mkdtempSync(join(tmpdir(), 'chartroom-app-'));
  writeFileSync(join(place, 'workspace.db'), 'this is not a database, however long one looks at it');
  open = await openTestApp(place);
  const { state, components } = await open.invoke('app.health', {});
  const store = components.find(({ name }) => name === 'store');
  expect([state, store?.code, store?.facts['backup']]).toEqual(['degraded', 'store.recovered', 'none']);
  expect(readdirSync(place)).toContain(store?.facts['movedTo']);
});

test('a list of instruments gives names and industries to the symbols that have bars, and skips the others', async () => {
  const { invoke, importText } = await appWithBars();
  const result = await importText('list.csv', 'Symbol,Security,GICS Sector\nQVX,Quovix Mills,Materials\nNOPE,Nobody,Energy\n');
  expect(result).toMatchObject({ format: 'instruments', rows: 2, imported: 1, skipped: 1, skippedBy: { unknownSymbol: 1 } });
  expect((await invoke('symbols.list', {})).symbols.map(({ nameEn }) => nameEn)).toEqual(['Quovix Mills', null]);
  expect(await importText('list.csv', 'Symbol,Security,GICS Sector\nQVX,Quovix Mills,Materials\n')).toMatchObject({ imported: 0, unchanged: 1 });
});
