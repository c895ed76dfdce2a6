import type { ErrorReply } from '../../shared/app-error.ts';
import type { RefreshFailure, RefreshResult } from '../../shared/contract/refresh.ts';
import type { RefreshItem, RefreshRun } from '../store/refresh-store.ts';

/** What a run came to, from the standing of its symbols. */
export function summarizeRun(run: RefreshRun, all: readonly RefreshItem[]): RefreshResult {
  const items = all.filter((item) => item.run === run.id);
  const of = (state: RefreshItem['state']): RefreshItem[] => items.filter((item) => item.state === state);
  const failed = of('failed');
  const failures = failed.map(({ symbol, freq, tried }): RefreshFailure => ({ symbol, freq, error: tellingError(tried.map(({ error }) => error)), tried }));
  const byCode = Map.groupBy(failures, ({ error }) => error.code);
  return {
    run: run.id,
    state: run.state,
    subject: run.subject,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    symbols: items.length,
    pending: of('pending').length,
    upToDate: of('current').length,
    stale: of('stale').length,
    failed: failed.length,
    addedBars: items.reduce((sum, { state, added }) => sum + (state === 'pending' ? 0 : added), 0),
    revisedBars: items.reduce((sum, { state, revised }) => sum + (state === 'pending' ? 0 : revised), 0),
    rebased: items.filter(({ state, rebased }) => rebased && state !== 'pending').map(({ symbol }) => symbol),
    failedOver: items.filter(({ state, origin, tried }) => state !== 'pending' && origin !== null && tried.some(({ source }) => source !== origin)).length,
    causes: [...byCode].map(([code, list]) => ({ code, count: list.length })).sort((a, b) => b.count - a.count),
    failures,
    staleSymbols: of('stale').map(({ symbol }) => symbol),
    sampled: null,
    folder: null,
  };
}

/** Of what the sources said, the one that is about the symbol, else the first that is more than "left alone". */
function tellingError(errors: readonly ErrorReply[]): ErrorReply {
  const told = errors.find(({ code }) => code.startsWith('source.')) ?? errors.find(({ code }) => code !== 'network.resting') ?? errors[0];
  return told ?? { code: 'app.cancelled', params: {}, message: '' };
}
