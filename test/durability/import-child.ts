/** Imports the campaign's chunks into a store and prints the number of each one that was acknowledged. It is meant to be killed. */
import type { UtcMs } from '../../src/shared/time.ts';
import { openStore } from '../../src/main/store/open-store.ts';
import { ManualClock } from '../doubles/manual-clock.ts';
import { MemoryLog } from '../doubles/memory-log.ts';
import { campaignChunk, type CampaignSize } from './campaign-data.ts';

const { file, size } = JSON.parse(process.argv[2] ?? '') as { readonly file: string; readonly size: CampaignSize };
const workerUrl = new URL('../../src/main/workers/store-worker.ts', import.meta.url);
const store = await openStore({ file, mode: 'write', clock: new ManualClock(), log: new MemoryLog(), workerUrl });
const batch = await store.write.beginImport('campaign.csv', 'csv', 1 as UtcMs);
// Several at once, as an importer keeps the writer busy: a kill falls into the middle of a transaction.
const inFlight = 3;
const lanes = Array.from({ length: inFlight }, async (_, lane) => {
  for (let chunk = lane; chunk < size.chunks; chunk += inFlight) {
    await store.write.writeChunk(batch, campaignChunk(size, chunk), 1 as UtcMs);
    process.stdout.write(`${chunk}\n`);
  }
});
await Promise.all(lanes);
await store.write.finishImport(batch, { state: 'completed', rows: 0, rejected: 0 });
await store.close();
process.stdout.write('done\n');
