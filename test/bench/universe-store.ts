/** Fills a store with 5,500 symbols of ten years (`fill FILE`), or loads and scans it (`scan FILE`), each in a process of its own. */
import { join } from 'node:path';
import { allocateBars, type BarColumns } from '../../src/shared/bars.ts';
import { contract } from '../../src/shared/contract/contract.ts';
import { createSeededRandom } from '../../src/shared/seeded-random.ts';
import type { UtcMs } from '../../src/shared/time.ts';
import { loadCalendars } from '../../src/main/calendars/load-calendars.ts';
import { loadMarketRules } from '../../src/main/market-rules/load-market-rules.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import type { SeriesChunk } from '../../src/main/store/import-store.ts';
import { industriesTrend } from '../../src/main/universe/industry-answers.ts';
import { scanRun } from '../../src/main/universe/scan-run-answer.ts';
import { signalsList } from '../../src/main/universe/signal-answers.ts';
import { createUniverseDesk, type UniverseDesk } from '../../src/main/universe/universe-desk.ts';
import { finish } from '../doubles/finish.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import { medianMs } from './median-ms.ts';

/** What loading, the first scan with its load, later scans and the whole process took. */
export interface UniverseStoreFigures {
  readonly loadMs: number;
  readonly scanMs: number;
  readonly trendMs: number;
  /** Every ready rule over all symbols with what entered and left: nothing remembered, then with the Chan points remembered. */
  readonly rulesMs: number;
  readonly rulesAgainMs: number;
  readonly peakBytes: number;
}

const symbols = 5_500;
const days = 2_430;
const perChunk = 50;
const resources = join(import.meta.dirname, '../../resources');

function walk(seed: string): BarColumns {
  const random = createSeededRandom(seed).uniform;
  const bars = allocateBars(days);
  let close = 20;
  for (let day = 0; day < days; day += 1) {
    const open = close;
    close *= 1 + (random() - 0.5) * 0.04;
    bars.time[day] = 15_000 + day;
    bars.open[day] = open;
    bars.high[day] = Math.max(open, close) * 1.005;
    bars.low[day] = Math.min(open, close) * 0.995;
    bars.close[day] = close;
    bars.volume[day] = 1_000 + Math.floor(random() * 1_000);
  }
  return bars;
}

async function fill(file: string): Promise<void> {
  const store = await openStore({ ...options(file), mode: 'write' });
  const batch = await store.write.beginImport('bench.csv', 'bench', 1 as UtcMs);
  for (let first = 0; first < symbols; first += perChunk) {
    const codes = Array.from({ length: Math.min(perChunk, symbols - first) }, (_, index) => String(first + index).padStart(6, '0'));
    const series = codes.map((code): SeriesChunk => ({
      instrument: { mic: 'XSHG', code, kind: 'stock', nameEn: null, nameZh: null, currency: 'CNY', zone: 'Asia/Shanghai', calendar: 'XSHG' },
      freq: '1d', origin: 'csv', basis: 'raw', columns: walk(code),
    }));
    const memberships = codes.map((code) => ({ symbol: `XSHG:${code}`, scheme: 'board', industry: `I${Number(code) % 110}`, validFrom: null, validUntil: null, source: 'bench' }));
    await store.write.writeChunk(batch, { series, actions: [], rejections: [], memberships }, 1 as UtcMs);
  }
  await store.write.finishImport(batch, { state: 'completed', rows: symbols * days, rejected: 0 });
  await store.close();
}

async function scan(file: string): Promise<UniverseStoreFigures> {
  const store = await openStore({ ...options(file), mode: 'read' });
  const desk = createUniverseDesk(store.read, loadCalendars(resources), loadMarketRules(resources), () => 'en');
  const start = performance.now();
  desk.load({}, 1_055);
  const loadMs = performance.now() - start;
  // Another threshold each time, so that nothing is remembered.
  let round = 0;
  const scanMs = medianMs(() => signalsList(desk, contract['signals.list'].input.parse({ settings: { priceChangePercent: 5 + (round += 1) / 100 } })));
  const trendMs = medianMs(() => industriesTrend(desk, contract['industries.trend'].input.parse({ top: 1_000 })));
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const [rulesMs, rulesAgainMs] = [runRules(desk), runRules(desk)];
  await store.close();
  return { loadMs, scanMs, trendMs, rulesMs, rulesAgainMs, peakBytes };
}

function runRules(desk: UniverseDesk): number {
  const start = performance.now();
  finish(scanRun(desk, contract['scan.run'].input.parse({})));
  return performance.now() - start;
}

function options(file: string) {
  return { file, clock: new ManualClock(), log: new MemoryLog(), workerUrl: new URL('../../src/main/workers/store-worker.ts', import.meta.url) };
}

if (import.meta.main) {
  const [task = '', file = ''] = process.argv.slice(2);
  if (task === 'fill') await fill(file);
  else console.log(JSON.stringify(await scan(file)));
}
