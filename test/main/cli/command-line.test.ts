import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../../src/main/cli/cli.ts';
import { createApp } from '../../../src/main/create-app.ts';
import { createNodePorts } from '../../../src/main/node/node-ports.ts';

const acme = 'Date,Open,High,Low,Close,Volume\n2026-11-16,10,12,9,11,100\n2026-11-17,11,13,10,,200\n2026-11-18,11,13,10,12,200\n';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chartroom-cli-'));
  writeFileSync(join(folder, 'ACME.csv'), acme);
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'TWIN.csv'), acme);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly exit: 0 | 1 | 2;
  readonly json: unknown;
  readonly out: string;
  readonly error: string;
}

const run = (...args: string[]): Promise<Run> => runWith(new AbortController(), null, ...args);

/** Runs a command that is interrupted at the first line of progress that matches. */
async function runWith(interrupt: AbortController, at: RegExp | null, ...args: string[]): Promise<Run> {
  const out: string[] = [];
  const error: string[] = [];
  const exit = await runCli([...args, '--profile', join(folder, 'profile')], {
    environment: {},
    signal: interrupt.signal,
    showsProgress: at !== null,
    out: (text) => out.push(text),
    error: (text) => {
      error.push(text);
      if (at !== null && at.test(text)) interrupt.abort();
    },
    open: async (flags, access) => {
      const ports = createNodePorts({ host: 'cli', version: '0.0.0', profile: flags.profile ?? folder });
      return { ports, app: await createApp(ports, { access, flags: flags.settings }) };
    },
  });
  return { exit, json: args.includes('--json') ? JSON.parse(out.join('\n')) : null, out: out.join('\n'), error: error.join('\n') };
}

const file = (name: string): string => join(folder, name);

test('rejected rows alone are no failure; a failed file is, and the others are completed and listed', async () => {
  const first = await run('import', file('ACME.csv'), '--market', 'US', '--json');
  expect(first).toMatchObject({ exit: 0, json: { rows: 3, imported: 2, rejected: 1, failures: [] } });
  const mixed = await run('import', file('empty.csv'), file('ACME.csv'), '--market', 'US', '--json');
  expect(mixed).toMatchObject({ exit: 1, json: { imported: 0, unchanged: 2, failures: [{ file: file('empty.csv') }] } });
});

test('bars answers columns with their symbol, day, source, basis and count', async () => {
  expect(await run('bars', 'ACME', '--json')).toMatchObject({
    exit: 0,
    json: { symbol: 'US:ACME', asOf: '2026-11-18', source: 'ACME.csv', bars: 2, dates: ['2026-11-16', '2026-11-18'], close: [11, 12], volume: [100, 200] },
  });
});

test('both ends of a range of days belong to it', async () => {
  expect(await run('bars', 'ACME', '--from', '2026-11-16', '--to', '2026-11-16', '--json')).toMatchObject({ json: { dates: ['2026-11-16'] } });
});

test('an error is one object on standard output with --json, and words on standard error without', async () => {
  expect(await run('bars', 'NONE', '--json')).toMatchObject({ exit: 1, json: { error: { code: 'symbol.unknown', params: { text: 'NONE' } } }, error: '' });
  expect(await run('bars', 'NONE', '--lang', 'zh')).toMatchObject({ exit: 1, out: '', error: expect.stringContaining('NONE') as unknown });
});

test('a code that two markets know is bad usage and names both', async () => {
  await run('import', file('TWIN.csv'), '--market', 'US', '--json');
  await run('import', file('TWIN.csv'), '--exchange', 'XHKG', '--json');
  expect(await run('bars', 'TWIN', '--json')).toMatchObject({ exit: 2, json: { error: { code: 'symbol.ambiguous' } } });
});

const wrong: readonly (readonly [string, readonly string[]])[] = [
  ['an unknown command', ['charts']],
  ['an unknown flag', ['bars', 'ACME', '--colour']],
  ['a missing symbol', ['bars']],
  ['a day that does not exist', ['bars', 'ACME', '--from', '2018-02-31']],
  ['an unknown frequency', ['bars', 'ACME', '--freq', '7d']],
  ['an unknown part', ['analyze', 'ACME', '--part', 'fortune']],
  ['an unknown indicator', ['analyze', 'ACME', '--part', 'indicators', '--set', 'fortune(3)']],
  ['a parameter out of range', ['analyze', 'ACME', '--part', 'indicators', '--set', 'sma(0)']],
  ['a rule that cannot be read', ['scan', '--rule', 'close >']],
  ['an unknown setting', ['config', 'set', 'ui.fortune', '1']],
  ['a value that a setting does not take', ['config', 'set', 'ui.language', 'fr']],
];

test.for(wrong)('%s is bad usage', async ([, args]) => {
  expect((await run(...args)).exit).toBe(2);
});

test('every flag of import settles what it names', async () => {
  // GBK: 日期;收盘 — a decimal comma, days that could be months, a time without a zone.
  writeFileSync(join(folder, 'odd.txt'), Buffer.from([0xc8, 0xd5, 0xc6, 0xda, 0x3b, 0xca, 0xd5, 0xc5, 0xcc, 0x0a, ...Buffer.from('03/04/2024 09:30;1,234\n03/04/2024 09:35;1,235\n')]));
  const flags = ['--symbol', 'ZZZ', '--encoding', 'gbk', '--exchange', 'XPAR', '--zone', 'Europe/Paris', '--currency', 'USD', '--date-format', 'dd/MM/yyyy', '--decimal', ',', '--basis', 'total', '--freq', '5m'];
  expect(await run('import', file('odd.txt'), ...flags, '--json')).toMatchObject({ exit: 0, json: { imported: 2 } });
  expect(await run('bars', 'XPAR:ZZZ', '--freq', '5m', '--json')).toMatchObject({ json: { symbol: 'XPAR:ZZZ', basis: 'total', times: ['2024-04-03T07:30:00Z', '2024-04-03T07:35:00Z'], close: [1.234, 1.235] } });
});

test('options saved as a mapping are used by name, and a flag beside it wins', async () => {
  writeFileSync(join(folder, 'days.csv'), 'Date,Close\n03/04/2024,10\n');
  const save = ['--date-format', 'dd/MM/yyyy', '--market', 'US', '--save-mapping', 'my broker'];
  expect(await run('import', file('days.csv'), '--symbol', 'DDD', ...save, '--json')).toMatchObject({ exit: 0 });
  expect(await run('import', file('days.csv'), '--symbol', 'EEE', '--mapping', 'my broker', '--json')).toMatchObject({ exit: 0, json: { files: [{ from: '2024-04-03' }] } });
  expect(await run('import', file('days.csv'), '--symbol', 'FFF', '--mapping', 'my broker', '--date-format', 'MM/dd/yyyy', '--json')).toMatchObject({ json: { files: [{ from: '2024-03-04' }] } });
  expect(await run('import', file('days.csv'), '--mapping', 'nobody', '--json')).toMatchObject({ exit: 1, json: { error: { code: 'import.mapping' } } });
});

test('a block of a Chinese terminal becomes a watchlist', async () => {
  writeFileSync(join(folder, 'zxg.blk'), '1600519\r\n0000001\r\n');
  expect(await run('import', file('zxg.blk'), '--json')).toMatchObject({ exit: 0, json: { files: [{ format: 'watchlist', watchlist: 'zxg', imported: 2 }] } });
  expect(await run('watchlist', 'show', 'zxg', '--json')).toMatchObject({ json: { symbols: ['XSHG:600519', 'XSHE:000001'] } });
});

test('an interrupt ends an import where it is, begins no other file, says what stays, and what stays can be undone', async () => {
  const many = file('many');
  mkdirSync(many);
  const rows = Array.from({ length: 2_000 }, (_, at) => `${new Date(Date.UTC(2010, 0, 1 + at)).toISOString().slice(0, 10)},10\n`).join('');
  for (let at = 0; at < 300; at += 1) writeFileSync(join(many, `M${String.fromCharCode(65 + (at % 26))}${String.fromCharCode(65 + Math.floor(at / 26))}.csv`), `date,close\n${rows}`);
  const stopped = await runWith(new AbortController(), / [2-9]\d %/, 'import', many, file('TWIN.csv'), '--market', 'US', '--json');
  expect(stopped).toMatchObject({ exit: 1, json: { files: [], failures: [{ file: many, error: { code: 'import.cancelled' } }, { file: file('TWIN.csv'), error: { code: 'app.cancelled' } }] } });
  const { json } = await run('import', '--batches', '--json');
  const [batch] = (json as { batches: { id: number; imported: number; symbols: number }[] }).batches;
  expect(batch).toMatchObject({ file: 'many', state: 'cancelled', imported: 2_000 * (batch?.symbols ?? 0) });
  expect(batch?.symbols).toBeLessThan(300);
  expect(await run('import', '--undo', String(batch?.id), '--json')).toMatchObject({ exit: 0, json: { batch: batch?.id, removed: batch?.imported, restored: 0 } });
  expect(await run('import', '--undo', String(batch?.id), '--json')).toMatchObject({ exit: 1, json: { error: { code: 'store.batchUndone' } } });
});
