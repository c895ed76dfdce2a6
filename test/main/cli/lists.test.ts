import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../../src/main/cli/cli.ts';
import { createApp } from '../../../src/main/create-app.ts';
import { createNodePorts } from '../../../src/main/node/node-ports.ts';

const lines = Array.from({ length: 40 }, (_, day) => `${new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10)},10,12,9,${10 + (day % 3)},100`);
const bars = `Date,Open,High,Low,Close,Volume\n${lines.join('\n')}\n`;
const table = 'date,type,symbol,quantity,price\n2018-01-02,buy,ACME,10,11\n2018-01-05,buy,NOSUCH,1,1\n';

let folder = '';
const file = (name: string): string => join(folder, name);

async function run(...args: string[]): Promise<{ readonly exit: 0 | 1 | 2; readonly json: unknown }> {
  const out: string[] = [];
  const exit = await runCli([...args, '--json', '--profile', file('profile')], {
    environment: {},
    signal: new AbortController().signal,
    showsProgress: false,
    out: (text) => out.push(text),
    error: () => undefined,
    open: async (flags, access) => {
      const ports = createNodePorts({ host: 'cli', version: '0.0.0', profile: flags.profile ?? folder });
      return { ports, app: await createApp(ports, { access, flags: flags.settings }) };
    },
  });
  return { exit, json: JSON.parse(out.join('\n')) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-lists-'));
  writeFileSync(file('ACME.csv'), bars);
  writeFileSync(file('TWIN.csv'), bars);
  writeFileSync(file('own.csv'), table);
  await run('import', file('ACME.csv'), file('TWIN.csv'), '--market', 'US', '--currency', 'USD');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a watchlist is made, shown, and stands for its symbols in an analysis; what could not be read exits 1', async () => {
  expect(await run('watchlist', 'list')).toEqual({ exit: 0, json: { watchlists: [] } });
  expect(await run('analyze', '--watchlist', 'Core', '--part', 'score')).toMatchObject({ exit: 1, json: { error: { code: 'watchlist.none' } } });
  expect(await run('watchlist', 'add', 'Core', 'acme', 'twin', '600519.SH', '??')).toMatchObject({
    exit: 1, json: { name: 'Core', symbols: ['US:ACME', 'US:TWIN', 'XSHG:600519'], added: 3, missing: ['XSHG:600519'], unclear: [{ text: '??' }] },
  });
  expect(await run('analyze', '--watchlist', 'core', '--part', 'score')).toMatchObject({
    exit: 1, json: { results: [{ symbol: 'US:ACME' }, { symbol: 'US:TWIN' }], failures: [{ symbol: 'XSHG:600519' }] },
  });
  expect(await run('watchlist', 'drop', 'core', '600519.SH', 'twin')).toMatchObject({ exit: 0, json: { symbols: ['US:ACME'] } });
  expect(await run('analyze', '--watchlist', 'Cor', '--part', 'score')).toMatchObject({ exit: 1, json: { error: { code: 'watchlist.unknown', params: { allowed: 'Core' } } } });
  expect(await run('analyze', 'ACME', '--watchlist', 'Core', '--part', 'score')).toMatchObject({ exit: 2 });
});

test('a portfolio is imported, listed, analysed and exported; an unknown symbol is named by its line and exits 1', async () => {
  expect(await run('portfolio', 'import', file('own.csv'), '--name', 'Own')).toMatchObject({
    exit: 1, json: { portfolio: 'Own', imported: 1, rejected: [{ line: 3, reason: 'symbol', detail: 'NOSUCH' }] },
  });
  expect(await run('portfolio', 'list')).toMatchObject({ exit: 0, json: { portfolios: [{ name: 'Own', entries: 1 }] } });
  expect(await run('portfolio', 'analyze', 'own')).toMatchObject({
    exit: 0, json: { portfolio: 'Own', currency: 'USD', bars: 40, basis: 'split', coverage: 1, holdings: [{ symbol: 'US:ACME', quantity: 10 }] },
  });
  expect(await run('portfolio', 'export', 'own')).toMatchObject({ json: { csv: 'date,type,symbol,quantity,price,fee,amount,note\r\n2018-01-02,buy,US:ACME,10,11,,,\r\n' } });
  expect(await run('portfolio', 'analyze', 'other')).toMatchObject({ exit: 1, json: { error: { code: 'portfolio.unknown', params: { allowed: 'Own' } } } });
  expect(await run('portfolio', 'sell')).toMatchObject({ exit: 2 });
});

test('profiles by price are asked for like indicators: named, bounded, and refused without the float they need', async () => {
  const set = (text: string) => run('analyze', 'ACME', '--part', 'indicators', '--set', text);
  expect(await set('sma(5),volume-profile(bars=40,steps=4)')).toMatchObject({
    exit: 0,
    json: { indicators: { 'sma(5)': expect.any(Array) as unknown[] }, profiles: { 'volume-profile(bars=40,steps=4)': { low: 9, step: 0.75, bars: 40, total: 4_000, volume: [1_000, 1_000, 1_000, 1_000] } } },
  });
  expect(await set('chip-distribution')).toMatchObject({ exit: 1, json: { error: { code: 'needs.floatShares' } } });
  expect(await set('volume-profile(steps=1)')).toMatchObject({ exit: 2, json: { error: { code: 'analysis.parameter', params: { field: 'steps', allowed: '2, 3 … 1000' } } } });
  const { json } = await set('chips');
  expect((json as { error: { params: { allowed: string } } }).error.params.allowed).toMatch(/sma, .*volume-profile, chip-distribution$/);
});
