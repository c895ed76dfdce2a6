import { allocateBars } from '../../shared/bars.ts';
import { exchangeByMic } from '../../shared/exchanges.ts';
import type { UtcMs } from '../../shared/time.ts';
import type { Store } from '../store/store.ts';
import type { HeldListing } from './listing-desk.ts';

/** Stores what a list says of an instrument, without bars: a refresh brings them. Its import can be undone like any other. */
export async function addListing({ write }: Pick<Store, 'write'>, { mic, code, kind, nameEn, nameZh, symbol, source, listedOn }: HeldListing, at: UtcMs): Promise<void> {
  const place = exchangeByMic(mic);
  const instrument = { mic, code, kind, nameEn, nameZh, currency: place?.currency ?? null, zone: place?.zone ?? 'UTC', calendar: place?.calendar ?? null };
  const batch = await write.beginImport(source, 'instruments', at);
  await write.writeChunk(batch, { series: [{ instrument, freq: '1d', origin: source, basis: 'raw', columns: allocateBars(0) }], actions: [], rejections: [] }, at);
  if (listedOn !== null) await write.writeFacts(batch, { listings: [{ symbol, board: null, tickSize: null, lotSize: null, listedOn, delistedOn: null }] }, at);
  await write.finishImport(batch, { state: 'completed', rows: 1, rejected: 0 });
}
