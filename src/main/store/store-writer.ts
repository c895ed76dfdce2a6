import type { TransferListItem } from 'node:worker_threads';
import { barColumnNames } from '../../shared/bars.ts';
import type { ImportChunk, StoreWriter } from './store.ts';
import type { WorkerClient } from './worker-client.ts';

/** The store's writes as calls to its worker. */
export function createWriter(call: WorkerClient['call'], upkeep: Pick<StoreWriter, 'backup' | 'check'>): StoreWriter {
  return {
    beginImport: (...given) => call('beginImport', given),
    writeChunk: (batch, chunk, at) => call('writeChunk', [batch, chunk, at], buffersOf(chunk)),
    finishImport: (...given) => call('finishImport', given),
    undoImport: (...given) => call('undoImport', given),
    setSetting: (...given) => call('setSetting', given),
    resetSetting: (...given) => call('resetSetting', given),
    saveMapping: (...given) => call('saveMapping', given),
    removeMapping: (...given) => call('removeMapping', given),
    rekeyInstrument: (...given) => call('rekeyInstrument', given),
    compact: () => compactAll(call),
    ...upkeep,
  };
}

/** Compacts step by step, so that other writes pass in between. */
export async function compactAll(call: WorkerClient['call']): Promise<void> {
  for (let after: number | null = 0; after !== null; ) after = await call('compactStep', [after]);
}

/** The memory of a chunk's columns, to be handed over without a copy. Shared memory is shared, not handed over. */
function buffersOf(chunk: ImportChunk): TransferListItem[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { columns } of chunk.series) {
    for (const name of barColumnNames) {
      const { buffer } = columns[name];
      if (buffer instanceof ArrayBuffer) buffers.add(buffer);
    }
  }
  return [...buffers];
}

