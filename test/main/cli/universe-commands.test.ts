import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IndustryTrendAnswer } from '../../../src/shared/contract/industries.ts';
import type { RanksAnswer } from '../../../src/shared/contract/rank-figures.ts';
import type { ScanAnswer } from '../../../src/shared/contract/rule-figures.ts';
import { runCli } from '../../../src/main/cli/cli.ts';
import { createApp } from '../../../src/main/create-app.ts';
import { createNodePorts } from '../../../src/main/node/node-ports.ts';
import { wavesCsv } from '../app/waves-csv.ts';

const symbols = ['AAB', 'BBC', 'CCD', 'DDE', 'EEF', 'FFG', 'GGH', 'HHI'];
const list = ['Symbol,Security,GICS Sector', ...symbols.map((symbol, index) => `${symbol},Name of ${symbol},${index % 2 === 0 ? 'Bread' : 'Tea and Cake'}`)].join('\n');

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-cli-universe-'));
  writeFileSync(join(folder, 'waves.csv'), wavesCsv({ symbols, days: 120 }));
  writeFileSync(join(folder, 'list.csv'), list);
  writeFileSync(join(folder, 'mine.rule'), 'close > ema(20)\n  and score >= 40\n');
  await run('import', join(folder, 'waves.csv'), '--market', 'US', '--json');
  await run('import', join(folder, 'list.csv'), '--json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ readonly exit: 0 | 1 | 2; readonly json: unknown; readonly out: string }> {
  const out: string[] = [];
  const exit = await runCli([...args, '--profile', join(folder, 'profile')], {
    environment: {},
    signal: new AbortController().signal,
    showsProgress: false,
    out: (text) => out.push(text),
    error: (text) => out.push(text),
    open: async (flags, access) => {
      const ports = createNodePorts({ host: 'cli', version: '0.0.0', profile: flags.profile ?? folder });
      return { ports, app: await createApp(ports, { access, flags: flags.settings }) };
    },
  });
  return { exit, json: args.includes('--json') ? JSON.parse(out.join('\n')) : null, out: out.join('\n') };
}

test('a scan runs every ready rule, and the next one is compared with it', async () => {
  const first = await run('scan', '--as-of', '2024-06-03', '--json');
  const second = await run('scan', '--json');
  const [before, after] = [first.json, second.json] as [ScanAnswer, ScanAnswer];
  expect([first.exit, before.asOf, before.kept, before.scans.length]).toEqual([0, '2024-06-03', true, 10]);
  expect((second.json as { detectors: { detector: string }[] }).detectors.map(({ detector }) => detector)).toEqual(['hotSpots', 'hotList', 'rankJump', 'steadyRise', 'needle']);
  expect(after.scans.map(({ diff }) => [diff?.against, diff?.from])).toEqual(Array.from({ length: 10 }, () => ['stored', '2024-06-03']));
});

test('a rule comes from a file, from its text, or by a name that was saved', async () => {
  const [file, text] = [await run('scan', '--rule', join(folder, 'mine.rule'), '--json'), await run('scan', '--rule', 'close > ema(20) and score >= 40', '--json')];
  expect((await run('scan', 'save', 'Mine', 'close>ema(20) and score>=40', '--json')).json).toMatchObject({ name: 'Mine', text: 'close > ema(20) and score >= 40' });
  const named = await run('scan', '--rule', 'mine', '--json');
  const matches = [file, text, named].map(({ json }) => (json as ScanAnswer).scans[0]?.matches.map(({ symbol }) => symbol));
  expect([matches[0], matches[1]]).toEqual([matches[2], matches[2]]);
});

test('while another process holds the profile a scan answers without being kept', async () => {
  const holder = await createApp(createNodePorts({ host: 'cli', version: '0.0.0', profile: join(folder, 'profile') }), { access: 'write' });
  const { exit, json } = await run('scan', '--rule', 'strongScore', '--json');
  await holder.close();
  expect([exit, (json as ScanAnswer).kept]).toEqual([0, false]);
});

test('ranks, signals, industries and a question are answered as JSON and as words', async () => {
  const ranks = (await run('scan', 'ranks', '--json')).json as RanksAnswer;
  const trend = (await run('industries', 'trend', '--period', '3', '--top', '4', '--json')).json as IndustryTrendAnswer;
  expect([ranks.rows.map(({ rank }) => rank), trend.days.length, trend.days[0]?.counts.reduce((sum, count) => sum + count, 0)]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8], 3, 4]);
  for (const words of [
    ['scan', 'ranks'], ['scan', 'detect', 'hotSpots'], ['scan', 'rules'], ['signals'], ['signals', 'AAB'], ['industries', 'trend'], ['industries', 'heat'],
    ['industries', 'detail', 'Tea', 'and', 'Cake'], ['industries', 'compare', 'Bread', 'Tea and Cake'], ['ask', 'AAB', 'Where', 'is', 'support?'],
    ['backtest', '--rule', 'close > highest(20)', '--from', '2024-04-01'], ['scan', 'diff', '--rule', 'strongScore', '--from', '2024-06-03'],
  ]) {
    const { exit, out } = await run(...words);
    expect([words, exit, out.length > 20]).toEqual([words, 0, true]);
  }
});

test('one part of the analysis of all symbols lists what failed and completes the rest', async () => {
  await run('watchlist', 'add', 'Some', 'AAB', 'US:NONE');
  const mixed = await run('analyze', '--watchlist', 'Some', '--part', 'score', '--json');
  const all = await run('analyze', '--all', '--part', 'risk', '--json');
  expect(mixed).toMatchObject({ exit: 1, json: { results: [{ symbol: 'US:AAB' }], failures: [{ symbol: 'US:NONE', error: { code: 'symbol.unknown' } }] } });
  expect([all.exit, (all.json as { results: unknown[] }).results.length]).toEqual([0, 8]);
});

test.each([
  ['signals', ['signals', 'AAB', 'NONE'], { results: [{ of: 'US:AAB' }], failures: [{ symbol: 'NONE', error: { code: 'symbol.unknown' } }] }],
  ['ranks through the days', ['scan', 'history', 'NONE', 'AAB', 'BBC'], { results: [{ of: 'US:AAB' }, { of: 'US:BBC' }], failures: [{ symbol: 'NONE', error: { code: 'symbol.unknown' } }] }],
  ['rules', ['scan', '--rule', 'strongScore', '--rule', 'nope'], { results: [{ scans: [{ rule: 'strongScore' }] }], failures: [{ rule: 'nope', error: { code: 'scan.rule' } }] }],
  ['industries', ['industries', 'compare', 'Bread', 'Fish', 'Tea and Cake'], { details: [{ industry: 'Bread' }, { industry: 'Tea and Cake' }], unknown: [{ industry: 'Fish', error: { code: 'universe.industry' } }] }],
] as const)('of several %s what failed is listed and the rest completed', async (_what, args, json) => {
  expect(await run(...args, '--json')).toMatchObject({ exit: 1, json });
});

test('--all says in words what holds without it, and stands beside no watchlist', async () => {
  const [without, all] = [await run('signals', '--json'), await run('signals', '--all', '--json')];
  expect([all.exit, all.json]).toEqual([0, without.json]);
  expect(await run('signals', '--all', '--watchlist', 'Core', '--json')).toMatchObject({ exit: 2, json: { error: { code: 'app.usage' } } });
});

test('members of a watchlist without bars are listed, the others are scanned', async () => {
  await run('watchlist', 'add', 'Half', 'AAB', 'US:GONE');
  for (const args of [['scan', '--rule', 'close > 0'], ['scan', 'ranks'], ['signals'], ['scan', 'detect', 'hotSpots']]) {
    const { exit, json } = await run(...args, '--watchlist', 'half', '--json');
    expect([args, exit, (json as ScanAnswer).failures.map(({ symbol, error }) => [symbol, error.code])]).toEqual([args, 1, [['US:GONE', 'universe.symbol']]]);
  }
});

test('portfolios are analysed one, many or all; a name that is none is listed', async () => {
  writeFileSync(join(folder, 'held.csv'), 'Symbol,Quantity,Price,Date\nAAB,10,20,2024-03-01\n');
  for (const name of ['First', 'Second']) expect(await run('portfolio', 'import', join(folder, 'held.csv'), '--name', name)).toMatchObject({ exit: 0 });
  expect((await run('portfolio', 'analyze', 'first', '--json')).json).toMatchObject({ portfolio: 'First' });
  expect((await run('portfolio', 'analyze', '--all', '--json')).json).toMatchObject({ results: [{ portfolio: 'First' }, { portfolio: 'Second' }], failures: [] });
  expect(await run('portfolio', 'analyze', 'Second', 'Third', '--json')).toMatchObject({ exit: 1, json: { results: [{ portfolio: 'Second' }], failures: [{ portfolio: 'Third', error: { code: 'portfolio.unknown' } }] } });
});

test.each([
  ['an unknown action', ['scan', 'dance'], 2],
  ['an unknown rule', ['scan', '--rule', 'nope'], 2],
  ['a market that is none', ['scan', '--market', 'MARS'], 2],
  ['an unknown industry', ['industries', 'detail', 'Fish'], 2],
  ['a metric that is none', ['scan', 'ranks', '--metric', 'beauty'], 2],
  ['a day without data', ['signals', '--as-of', '2001-01-02'], 2],
  ['an unclear question', ['ask', 'AAB', 'who?'], 2],
] as const)('%s is bad usage', async (_what, args, exit) => {
  const { exit: found, out } = await run(...args);
  expect([found, out.length > 10]).toEqual([exit, true]);
});

test('names and texts are in the language of --lang, else in that of the setting', async () => {
  writeFileSync(join(folder, 'names.csv'), 'Symbol,Security,GICS Sector\nAAB,甲,Bread');
  await run('import', join(folder, 'names.csv'), '--json');
  const nameIn = async (command: readonly string[], ...flags: string[]): Promise<unknown> => {
    const { json } = await run(...command, '--json', ...flags);
    return (json as RanksAnswer).rows.find(({ symbol }) => symbol === 'US:AAB')?.name;
  };
  const [ranks, signals] = [['scan', 'ranks'], ['signals']];
  expect([await nameIn(ranks, '--lang', 'zh'), await nameIn(signals, '--lang', 'zh'), await nameIn(ranks, '--lang', 'en')]).toEqual(['甲', '甲', 'Name of AAB']);
  await run('config', 'set', 'ui.language', 'zh');
  const words = ['ask', 'AAB', 'overall'];
  expect([await nameIn(ranks), await nameIn(ranks, '--lang', 'en'), (await run(...words)).out, (await run(...words, '--lang', 'en')).out]).toEqual([
    '甲', 'Name of AAB', expect.stringMatching(/评分/), expect.stringMatching(/score/),
  ]);
  await run('config', 'reset', 'ui.language');
});

test('what failed among several is told in the language of --lang', async () => {
  const { exit, out } = await run('signals', 'AAB', 'NONE', '--lang', 'zh');
  expect([exit, out.split('\n').at(-1)]).toEqual([1, expect.stringMatching(/^NONE: .*[\u4e00-\u9fff]/)]);
});
