import type { AppError } from '../../shared/app-error.ts';
import type { StoreWriter } from './store.ts';

/** The writer of a store that cannot be written: every call fails with the reason. */
export function refusingWriter(reason: () => AppError): StoreWriter {
  const refuse = (): Promise<never> => Promise.reject(reason());
  return {
    beginImport: refuse,
    writeChunk: refuse,
    finishImport: refuse,
    undoImport: refuse,
    setSetting: refuse,
    resetSetting: refuse,
    saveMapping: refuse,
    removeMapping: refuse,
    recordNews: refuse,
    saveAlert: refuse,
    removeAlert: refuse,
    enableAlert: refuse,
    recordAlerts: refuse,
    rearmAlerts: refuse,
    rekeyInstrument: refuse,
    writeFacts: refuse,
    savePortfolio: refuse,
    removePortfolio: refuse,
    saveWatchlist: refuse,
    removeWatchlist: refuse,
    orderWatchlists: refuse,
    addToWatchlist: refuse,
    importWatchlist: refuse,
    dropFromWatchlist: refuse,
    recordChanLog: refuse,
    saveScanRule: refuse,
    removeScanRule: refuse,
    keepScanRuns: refuse,
    cleanUp: refuse,
    saveJobState: refuse,
    saveJobRun: refuse,
    removeOld: refuse,
    saveAnalyses: refuse,
    beginRefresh: refuse,
    resumeRefresh: refuse,
    writeRefresh: refuse,
    endRefresh: refuse,
    compact: refuse,
    backup: refuse,
    check: refuse,
  };
}
