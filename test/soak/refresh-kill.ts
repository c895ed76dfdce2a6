/**
 * Refreshes 5,552 invented symbols, one in ten of which fails, from a server on this machine: once undisturbed, and once killed with
 * SIGKILL three times and resumed. Both must end with the same bars, the same failures and the same coverage, and no symbol that was
 * committed may be asked for twice.
 */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RefreshResult } from '../../src/shared/contract/refresh.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { Store } from '../../src/main/store/store.ts';
import { startFaultServer, type Fault } from '../doubles/fault-server.ts';
import { HurriedClock } from '../doubles/hurried-clock.ts';
import { InventedMarket } from '../doubles/invented-market.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import { barsText, openRefresher } from '../main/refresh/refresh-fixture.ts';

const symbols = Array.from({ length: 5_552 }, (_, index) => `XNAS:S${index}`);
const killsAt = [1_300, 2_600, 4_100];
/** The session of Friday has closed. */
const friday = Date.parse('2026-11-20T22:00:00Z') as UtcMs;
const market = new InventedMarket('2026-03-02');
const [, , role, folder = '', address = '', resume = ''] = process.argv;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const openAt = (profile: string): Promise<Store> =>
  openStore({ file: join(profile, 'workspace.db'), mode: 'write', clock: new HurriedClock({ now: friday }), log: new MemoryLog(), workerUrl: new URL('../../src/main/workers/store-worker.ts', import.meta.url) });

/** The child: one refresh, which tells of every symbol that is committed. */
async function refreshIn(profile: string): Promise<void> {
  const store = await openAt(profile);
  const clock = new HurriedClock({ now: friday });
  const told: Store = { ...store, write: { ...store.write, writeRefresh: async (write, at) => {
    await store.write.writeRefresh(write, at);
    if (write.items.length > 0) say(`committed ${write.items.map(({ symbol }) => symbol).join(' ')}`);
  } } };
  const { refresh, close } = openRefresher(told, clock, { 'sources.yahoo.url': address }, market);
  const result = await refresh(resume === 'resume' ? { resume: true } : { symbols, subject: 'all' });
  say(`result ${JSON.stringify(result)}`);
  await close();
  await store.close();
}

function decide(path: string): Fault {
  const url = new URL(path, 'http://a');
  const name = url.pathname.split('/').at(-1) ?? '';
  const index = Number(name.slice(1));
  if (index % 10 !== 7) return { kind: 'answer', body: market.chart(url, friday) };
  switch (Math.floor(index / 10) % 4) {
    case 0:
      return { kind: 'answer', body: '<!doctype html><title>Please wait</title>' };
    case 1:
      return { kind: 'answer', body: market.chart(new URL(`/v8/finance/chart/OTHER${url.search}`, url), friday) };
    default:
      return { kind: 'answer', status: 404, body: '{"chart":{"result":null,"error":{"code":"Not Found","description":"No data found"}}}' };
  }
}

interface ChildRun {
  readonly committed: Set<string>;
  readonly result: RefreshResult | null;
}

async function run(profile: string, url: string, mode: 'start' | 'resume', killAfter: number | null): Promise<ChildRun> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'child', profile, url, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  const committed = new Set<string>();
  let result: RefreshResult | null = null;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('committed ')) {
      for (const symbol of line.slice(10).split(' ')) committed.add(symbol);
      if (killAfter !== null && committed.size >= killAfter) child.kill('SIGKILL');
    }
    if (line.startsWith('result ')) result = JSON.parse(line.slice(7)) as RefreshResult;
  });
  await once(child, 'close');
  return { committed, result };
}

async function digest(profile: string): Promise<string> {
  const store = await openAt(profile);
  const hash = createHash('sha256');
  for (const symbol of symbols) hash.update(`${symbol}\n${barsText(store, symbol).join('\n')}\n`);
  const problems = await store.write.check();
  await store.close();
  return problems.length === 0 ? hash.digest('hex') : `damaged: ${problems.join('; ')}`;
}

const outcome = (result: RefreshResult | null): string =>
  JSON.stringify(result === null ? null : { ...result, run: 0, startedAt: 0, endedAt: 0, failures: result.failures.map(({ symbol, error }) => [symbol, error.code]).sort() });

async function campaign(): Promise<void> {
  const server = await startFaultServer(decide);
  const [calm, disturbed] = [mkdtempSync(join(tmpdir(), 'chartroom-calm-')), mkdtempSync(join(tmpdir(), 'chartroom-killed-'))];
  try {
    const started = performance.now();
    const undisturbed = await run(calm, server.url, 'start', null);
    const calmMs = performance.now() - started;
    const calmAsked = server.asked.length;
    const committed = new Set<string>();
    let [result, again, before]: [RefreshResult | null, number, number] = [null, 0, 0];
    for (const [index, limit] of [...killsAt, null].entries()) {
      const askedBefore = server.asked.length;
      const one = await run(disturbed, server.url, index === 0 ? 'start' : 'resume', limit === null ? null : limit - before);
      const asked = new Set(server.asked.slice(askedBefore).map(({ path }) => `XNAS:${new URL(path, 'http://a').pathname.split('/').at(-1)}`));
      again += [...asked].filter((symbol) => committed.has(symbol)).length;
      for (const symbol of one.committed) committed.add(symbol);
      before = committed.size;
      say(`${limit === null ? 'finished' : 'killed'} with ${committed.size} symbols committed, ${asked.size} asked for`);
      result = one.result;
    }
    const [left, right] = [await digest(calm), await digest(disturbed)];
    say(`undisturbed: ${(calmMs / 1_000).toFixed(1)} s, ${calmAsked} requests; ${undisturbed.result?.upToDate} of ${undisturbed.result?.symbols} up to date, ${undisturbed.result?.failed} failed`);
    say(`bars equal: ${left === right}; outcome equal: ${outcome(undisturbed.result) === outcome(result)}; committed symbols asked for again: ${again}`);
    if (left !== right || outcome(undisturbed.result) !== outcome(result) || again > 0) process.exitCode = 1;
  } finally {
    await server.close();
    for (const profile of [calm, disturbed]) rmSync(profile, { recursive: true, force: true });
  }
}

if (role === 'child') await refreshIn(folder);
else await campaign();
