/** The process of the kill test: bars come in one by one under the eyes of the alerts, until it is killed. */
import { AlertEngine } from '../../../src/main/alerts/alert-engine.ts';
import { createSeriesAge } from '../../../src/main/api/series-age.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';
import { barsAt, chunkOf, dailyPart, importChunk, workerUrl } from '../store/store-fixture.ts';

const [file = '', now = '0', from = '0', to = '0'] = process.argv.slice(2);
const clock = new ManualClock(Number(now));
const store = await openStore({ file, mode: 'write', clock, log: new MemoryLog(), workerUrl });
const calendarById = (): null => null;
const engine = new AlertEngine({
  from: { store, calendarById, ageOf: createSeriesAge(calendarById, clock) },
  clock,
  log: new MemoryLog(),
  scan: async () => null,
  failedSources: () => [],
  notify: (fired) => fired.forEach(({ event }) => process.stdout.write(`fired ${event.time}\n`)),
  emit: () => undefined,
});
for (let day = Number(from); day < Number(to); day += 1) {
  await importChunk(store, chunkOf(dailyPart('AAA', barsAt([day], (time) => (time % 2 === 0 ? 12 : 8)))));
  process.stdout.write(`stored ${day}\n`);
}
await engine.close();
