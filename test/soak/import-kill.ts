/** Kills an import with SIGKILL at twenty random moments: the store opens, is sound, has lost no acknowledged part, and a further import completes it. */
import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
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

/** Imports the file; `acknowledge` hears how many bars each committed part brought the store to. */
async function importIn(profile: string, path: string, acknowledge: (bars: number) => void): Promise<number> {
  const store = await open(profile);
  let stored = 0;
  const writer = {
    ...store.write,
    writeChunk: async (...chunk: Parameters<typeof store.write.writeChunk>) => {
      const outcome = await store.write.writeChunk(...chunk);
      stored += outcome.imported + outcome.unchanged;
      acknowledge(stored);
      return outcome;
    },
  };
  const result = await runImport({
    path, name: 'kill.csv', options: { market: 'US' }, writer, workerUrl: worker('import'), resources: '', clock, onProgress: () => undefined, signal: new AbortController().signal,
  });
  await store.close();
  return result.imported + result.unchanged;
}

interface Run {
  /** Bars that the last acknowledged part brought the store to. */
  readonly acknowledged: number;
  readonly parts: number;
  readonly killed: boolean;
  readonly elapsedMs: number;
}

/** Runs an import in a process of its own and kills it `delayMs` after it acknowledged `afterParts` parts. */
async function killOnce(profile: string, path: string, afterParts: number, delayMs: number): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'child', profile, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let acknowledged = 0;
  let parts = 0;
  let timer: NodeJS.Timeout | undefined;
  const killWhenDue = (): void => {
    if (parts === afterParts) timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
  };
  killWhenDue();
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged = Number(line);
    parts += 1;
    killWhenDue();
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, by) => resolve(by)));
  clearTimeout(timer);
  return { acknowledged, parts, killed: signal === 'SIGKILL', elapsedMs: performance.now() - started };
}

/** How many bars a profile holds and a hash of their values, once its file has proved sound. */
async function contentOf(profile: string): Promise<{ readonly bars: number; readonly hash: string }> {
  const store = await open(profile);
  const hash = createHash('sha256');
  let bars = 0;
  const symbolOf = new Map(store.read.instruments().map(({ id, symbol }) => [id, symbol]));
  const nameOf = ({ instrument, freq }: { instrument: number; freq: string }): string => `${symbolOf.get(instrument)} ${freq}`;
  for (const series of store.read.series().toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)))) {
    const { time, open: opens, high, low, close, volume } = store.read.bars(series.id);
    hash.update(nameOf(series));
    for (const column of [time, opens, high, low, close, volume]) hash.update(column);
    bars += series.bars;
  }
  await store.close();
  const database = new Database(join(profile, 'workspace.db'), { readonly: true });
  const [integrity] = database.pragma('integrity_check') as { integrity_check: string }[];
  database.close();
  if (integrity?.integrity_check !== 'ok') throw new Error(`integrity: ${integrity?.integrity_check}`);
  return { bars, hash: hash.digest('hex') };
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
    const whole = await killOnce(join(root, 'whole'), path, Infinity, 0);
    console.log(`undisturbed: ${whole.parts} parts, ${Math.round(whole.elapsedMs)} ms`);
    const undisturbed = await contentOf(join(root, 'whole'));
    for (let kill = 0; kill < kills; kill += 1) {
      const profile = join(root, `profile-${kill}`);
      // A fifth of the kills fall anywhere in the start; the others between one acknowledged part and the one after the next.
      const early = kill % 5 === 0;
      const afterParts = early ? 0 : 1 + Math.floor(Math.random() * (whole.parts - 1));
      const delayMs = Math.random() * (early ? whole.elapsedMs * 0.8 : 10);
      const { acknowledged, killed } = await killOnce(profile, path, afterParts, delayMs);
      const { bars } = await contentOf(profile);
      if (bars < acknowledged) throw new Error(`kill ${kill}: ${acknowledged} bars were acknowledged, ${bars} are there`);
      const completed = await importIn(profile, path, () => undefined);
      const after = await contentOf(profile);
      if (completed !== rows || after.bars !== rows) throw new Error(`kill ${kill}: a second import gave ${completed}, ${after.bars} are there`);
      if (after.hash !== undisturbed.hash) throw new Error(`kill ${kill}: the data differ from those of an undisturbed import`);
      console.log(`kill ${kill} ${delayMs.toFixed(1)} ms after part ${afterParts}${killed ? '' : ' (already done)'}: ${acknowledged} acknowledged, ${bars} kept, completed to ${after.bars}, equal`);
      rmSync(profile, { recursive: true, force: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (task === 'child') await importIn(folder, file, (bars) => process.stdout.write(`${bars}\n`));
else await campaign();
