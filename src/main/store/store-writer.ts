import { packChunk } from './pack-chunk.ts';
import type { StoreWriter } from './store.ts';
import type { WorkerClient } from './worker-client.ts';

/** The store's writes as calls to its worker. */
export function createWriter(call: WorkerClient['call'], upkeep: Pick<StoreWriter, 'backup' | 'check'>): StoreWriter {
  return {
    beginImport: (...given) => call('beginImport', given),
    writeChunk: (batch, chunk, at) => {
      const packed = packChunk(chunk);
      return call('writeChunk', [batch, packed.chunk, at], packed.transfer);
    },
    finishImport: (...given) => call('finishImport', given),
    undoImport: (...given) => call('undoImport', given),
    setSetting: (...given) => call('setSetting', given),
    resetSetting: (...given) => call('resetSetting', given),
    saveMapping: (...given) => call('saveMapping', given),
    removeMapping: (...given) => call('removeMapping', given),
    recordNews: (...given) => call('recordNews', given),
    saveAlert: (...given) => call('saveAlert', given),
    removeAlert: (...given) => call('removeAlert', given),
    enableAlert: (...given) => call('enableAlert', given),
    recordAlerts: (...given) => call('recordAlerts', given),
    rearmAlerts: (...given) => call('rearmAlerts', given),
    rekeyInstrument: (...given) => call('rekeyInstrument', given),
    writeFacts: (...given) => call('writeFacts', given),
    savePortfolio: (...given) => call('savePortfolio', given),
    removePortfolio: (...given) => call('removePortfolio', given),
    saveWatchlist: (...given) => call('saveWatchlist', given),
    removeWatchlist: (...given) => call('removeWatchlist', given),
    orderWatchlists: (...given) => call('orderWatchlists', given),
    addToWatchlist: (...given) => call('addToWatchlist', given),
    importWatchlist: (...given) => call('importWatchlist', given),
    dropFromWatchlist: (...given) => call('dropFromWatchlist', given),
    recordChanLog: (...given) => call('recordChanLog', given),
    saveScanRule: (...given) => call('saveScanRule', given),
    removeScanRule: (...given) => call('removeScanRule', given),
    keepScanRuns: (...given) => call('keepScanRuns', given),
    cleanUp: (...given) => call('cleanUp', given),
    saveJobState: (...given) => call('saveJobState', given),
    saveJobRun: (...given) => call('saveJobRun', given),
    removeOld: (...given) => call('removeOld', given),
    saveAnalyses: (...given) => call('saveAnalyses', given),
    beginRefresh: (...given) => call('beginRefresh', given),
    resumeRefresh: (...given) => call('resumeRefresh', given),
    writeRefresh: (write, at) => {
      const packed = packChunk(write.chunk);
      return call('writeRefresh', [{ ...write, chunk: packed.chunk }, at], packed.transfer);
    },
    endRefresh: (...given) => call('endRefresh', given),
    compact: () => compactAll(call),
    ...upkeep,
  };
}

/** Compacts step by step, so that other writes pass in between. */
export async function compactAll(call: WorkerClient['call']): Promise<void> {
  for (let after: number | null = 0; after !== null; ) after = await call('compactStep', [after]);
}
