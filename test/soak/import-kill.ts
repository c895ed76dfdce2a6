/** Kills an import with SIGKILL at twenty random moments: the store opens, is sound, has lost no acknowledged part, and a further import completes it. */
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runImport } from '../../src/main/files/import/run-import.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { Store } from '../../src/main/store/store.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { MemoryLog } from '../doubles/memory-log.ts';

const kills = 20;
const symbols = 400;
const days = 1_000;
const rows = symbols * days;
const clock = { now: () => Date.now() as UtcMs, after: () => () => undefined };
const worker = (name: string): URL => new URL(`../../src/main/workers/${name}-worker.ts`, import.meta.url);
const [, , task, folder = '', file = ''] = process.argv;

const open = (profile: string): Promise<Store> =>
  openStore({ file: join(profile, 'workspace.db'), mode: 'write', clock, log: new MemoryLog(), workerUrl: worker('store') });

/** Imports the file and prints how many bars each acknowledged part brought the store to. */
async function importIn(profile: string, path: string): Promise<number> {
  const store = await open(profile);
  let stored = 0;
  const writer = {
    ...store.write,
    writeChunk: async (...chunk: Parameters<typeof store.write.writeChunk>) => {
      const outcome = await store.write.writeChunk(...chunk);
      stored += outcome.imported + outcome.unchanged;
      process.stdout.write(`${stored}\n`);
      return outcome;
    },
  };
  const result = await runImport({
    path, name: 'kill.csv', options: { market: 'US' }, writer, workerUrl: worker('import'), clock, onProgress: () => undefined, signal: new AbortController().signal,
  });
  await store.close();
  return result.imported + result.unchanged;
}

async function killOnce(profile: string, path: string, delayMs: number): Promise<{ acknowledged: number; killed: boolean }> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'child', profile, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged = Number(line);
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, by) => resolve(by)));
  clearTimeout(timer);
  return { acknowledged, killed: signal === 'SIGKILL' };
}

async function barsIn(profile: string): Promise<number> {
  const store = await open(profile);
  const bars = store.read.series().reduce((sum, series) => sum + series.bars, 0);
  await store.close();
  const database = new Database(join(profile, 'workspace.db'), { readonly: true });
  const [integrity] = database.pragma('integrity_check') as { integrity_check: string }[];
  database.close();
  if (integrity?.integrity_check !== 'ok') throw new Error(`integrity: ${integrity?.integrity_check}`);
  return bars;
}

async function campaign(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'chartroom-kill-'));
  try {
    const path = join(root, 'kill.csv');
    const lines = Array.from({ length: rows }, (_, at) => {
      const index = at % days;
      const date = new Date(Date.UTC(2012, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
      return `${date},10,12,9,${10 + (index % 7) / 10},${index},S${String.fromCharCode(65 + Math.floor(at / days / 26), 65 + (Math.floor(at / days) % 26))}`;
    });
    writeFileSync(path, `date,open,high,low,close,volume,Name\n${lines.join('\n')}\n`);
    const started = performance.now();
    await killOnce(join(root, 'whole'), path, 120_000);
    const wholeMs = performance.now() - started;
    for (let kill = 0; kill < kills; kill += 1) {
      const profile = join(root, `profile-${kill}`);
      const delayMs = wholeMs * (0.15 + (0.85 * (kill + Math.random())) / kills);
      const { acknowledged, killed } = await killOnce(profile, path, delayMs);
      const bars = await barsIn(profile);
      if (bars < acknowledged) throw new Error(`kill ${kill}: ${acknowledged} bars were acknowledged, ${bars} are there`);
      const completed = await importIn(profile, path);
      const after = await barsIn(profile);
      if (completed !== rows || after !== rows) throw new Error(`kill ${kill}: a second import gave ${completed}, ${after} are there`);
      console.log(`kill ${kill} after ${Math.round(delayMs)} ms${killed ? '' : ' (already done)'}: ${acknowledged} acknowledged, ${bars} kept, completed to ${after}`);
      rmSync(profile, { recursive: true, force: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (task === 'child') await importIn(folder, file);
else await campaign();
