/**
 * Feeds bars to symbols whose Chan logs are followed, and kills the process with SIGKILL at random moments while it writes bars or learns
 * from them. No log may have lost what it had told, the file must be sound, and in the end every log must equal one that nobody disturbed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sliceBars } from '../../src/shared/bars.ts';
import { ChanLogKeeper } from '../../src/main/chan-log/chan-log-keeper.ts';
import { nextChanLog } from '../../src/main/chan-log/next-chan-log.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { Store } from '../../src/main/store/store.ts';
import { randomBars, seededRandom } from '../analysis/chan/random-bars.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import { chunkOf, draft, importChunk } from '../main/store/store-fixture.ts';

const kills = 15;
const [symbols, days, step] = [5, 600, 20];
const worker = (name: string): URL => new URL(`../../src/main/workers/${name}-worker.ts`, import.meta.url);
const bars = Array.from({ length: symbols }, (_, index) => randomBars(seededRandom(index + 1), 'walk', days));
const [, , role, folder = ''] = process.argv;
const random = seededRandom(Number(process.env['SOAK_SEED'] ?? 1));

const open = (profile: string): Promise<Store> =>
  openStore({ file: join(profile, 'workspace.db'), mode: 'write', clock: new ManualClock(), log: new MemoryLog(), workerUrl: worker('store') });

/** How many days are stored; every symbol has as many. */
function storedDays(store: Store): number {
  return Math.min(...store.read.series().map((series) => series.bars), days);
}

/** The child: takes the bars up where they stand, and tells of each step whose bars are learnt. */
async function feed(profile: string): Promise<void> {
  const store = await open(profile);
  const clock = new ManualClock();
  const keeper = new ChanLogKeeper({ store, file: join(profile, 'workspace.db'), workerUrl: worker('analysis'), clock, log: new MemoryLog() });
  if (store.read.watchlists().length === 0) {
    await store.write.saveWatchlist({ id: null, name: 'Mine', group: null, members: bars.map((_, index) => ({ symbol: `DEMO:S${index}`, tags: [] })) });
  }
  for (let day = store.read.series().length === 0 ? 0 : storedDays(store); ; day = Math.min(days, day + step)) {
    const parts = bars.map((columns, index) => ({ instrument: draft(`S${index}`), freq: '1d', origin: 'csv', basis: 'split', columns: sliceBars(columns, Math.max(0, day - step), day) }) as const);
    if (day > 0) await importChunk(store, chunkOf(...parts));
    clock.advance(1_000);
    // What a commit set off is done before what is asked for after it; what a killed process left undone is done here.
    for (const { id } of store.read.series()) await keeper.open(id);
    process.stdout.write(`${day}\n`);
    if (day === days) break;
  }
  await keeper.close();
  await store.close();
}

/** Runs a child; `killAfterMs` counts from its first word. Answers the last day it told of, and whether it came to its end. */
async function run(profile: string, killAfterMs: number | null): Promise<{ readonly told: number; readonly ended: boolean }> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'child', profile], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = 0;
  let timer: NodeJS.Timeout | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    told = Number(line);
    if (killAfterMs !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  return { told, ended: code === 0 };
}

/** What every log says, by symbol, once the file has proved sound. */
async function logsOf(profile: string): Promise<{ readonly learntTo: number; readonly entries: readonly (readonly string[])[]; readonly problems: readonly string[] }> {
  const store = await open(profile);
  const logs = store.read.series().map(({ id }) => store.read.chanLog(id));
  const problems = await store.write.check();
  await store.close();
  const learnt = logs.map((log, index) => (log === null ? 0 : [...(bars[index]?.time ?? [])].indexOf(log.knownTo) + 1));
  return { learntTo: Math.min(...learnt), entries: logs.map((log) => (log?.entries ?? []).map((entry) => JSON.stringify(entry)).sort()), problems };
}

/** First-seen times, which never move. */
const firsts = (entries: readonly string[]): string[] => entries.map((text) => JSON.parse(text) as { part: string; key: string; firstSeen: number }).map(({ part, key, firstSeen }) => `${part} ${key} ${firstSeen}`);

async function campaign(): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'chartroom-chan-kill-'));
  const faults: string[] = [];
  try {
    let [before, killed]: [readonly (readonly string[])[], number] = [[], 0];
    for (let index = 0; index < kills; index++) {
      const { told, ended } = await run(profile, Math.floor(random() * 250));
      const { learntTo, entries, problems } = await logsOf(profile);
      if (ended) break;
      killed += 1;
      faults.push(...problems);
      if (learntTo < told) faults.push(`told of ${told} days, learnt ${learntTo}`);
      before.forEach((known, at) => {
        const now = new Set(firsts(entries[at] ?? []));
        const lost = firsts(known).filter((name) => !now.has(name));
        if (lost.length > 0) faults.push(`S${at} lost ${lost.join(', ')}`);
      });
      before = entries;
    }
    await run(profile, null);
    const { entries } = await logsOf(profile);
    const wanted = bars.map((columns) => (nextChanLog({ id: 1, basis: 'split', version: 0 }, columns, null)?.entries ?? []).map((entry) => JSON.stringify(entry)).sort());
    const equal = JSON.stringify(entries) === JSON.stringify(wanted);
    process.stdout.write(`${killed} kills; ${wanted.flat().length} entries of ${symbols} logs, equal to undisturbed ones: ${equal}; faults: ${faults.join('; ') || 'none'}\n`);
    if (!equal || faults.length > 0 || killed < kills / 2) process.exitCode = 1;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

if (role === 'child') await feed(folder);
else await campaign();
