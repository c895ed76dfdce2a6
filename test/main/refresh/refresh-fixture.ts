import { AppError } from '../../../src/shared/app-error.ts';
import type { RefreshResult } from '../../../src/shared/contract/refresh.ts';
import type { SettingValue } from '../../../src/shared/contract/settings.ts';
import { machineProfiles } from '../../../src/shared/machine-profiles.ts';
import type { UtcMs } from '../../../src/shared/time.ts';
import { createHttp } from '../../../src/main/providers/http/create-http.ts';
import { NetworkLedger } from '../../../src/main/providers/http/network-ledger.ts';
import { openSources } from '../../../src/main/providers/sources.ts';
import { Refresher, type RefreshRequest } from '../../../src/main/refresh/refresher.ts';
import type { LiveFolder } from '../../../src/main/refresh/live-folder.ts';
import type { Store } from '../../../src/main/store/store.ts';
import { TaskRunner } from '../../../src/main/tasks/task-runner.ts';
import { createSessionSecrets } from '../../../src/main/node/session-secrets.ts';
import { countingToken } from '../../doubles/counting-token.ts';
import type { HurriedClock } from '../../doubles/hurried-clock.ts';
import { InventedMarket } from '../../doubles/invented-market.ts';
import { MemoryLog } from '../../doubles/memory-log.ts';

/** A refresher on a store, its sources standing on servers of this machine. */
export function openRefresher(store: Store, clock: HurriedClock, addresses: Readonly<Record<string, string>>, market = new InventedMarket(), { deadlineMs = 20_000_000, sampled = 0, folder = { bringIn: async () => null } as Pick<LiveFolder, 'bringIn'>, profile = machineProfiles.normal } = {}) {
  const values = new Map<string, SettingValue>(Object.entries(addresses));
  for (const name of ['yahoo', 'eastmoney', 'tencent', 'sina']) values.set(`sources.${name}.gapMs`, 0);
  const origins = new Set(Object.values(addresses).filter((value) => URL.canParse(value)).map((address) => new URL(address).origin));
  const settings = { flags: new Map(), environment: {}, stored: () => values, profile: new Map() };
  let offline = false;
  const http = createHttp({ clock, power: null, ledger: new NetworkLedger({ clock, log: new MemoryLog(), store: null }), random: () => 0.5, userAgent: () => 'Test/1', offline: () => offline, trusts: (origin) => origins.has(origin), deadlineMs });
  const sources = openSources(http, { clock, secrets: createSessionSecrets() }, settings);
  const tasks = new TaskRunner({ clock, log: new MemoryLog(), randomToken: countingToken(), emit: () => undefined });
  const calendarById = (id: string | null) => (id === null ? null : market.calendar);
  const refresher = new Refresher({ store, sources, calendarById, clock, offline: () => offline, profile, historyYears: () => 1, sampled: () => sampled }, tasks, folder);

  /** Runs a refresh to its end; a failed task throws its error. */
  async function refresh(request: Partial<RefreshRequest> = {}): Promise<RefreshResult> {
    const { task } = refresher.start({ symbols: null, subject: 'all', sources: [], freq: '1d', resume: false, ...request });
    const ended = await tasks.finished(task);
    if (ended.error !== null) throw new AppError(ended.error.code, ended.error.params);
    if (ended.state !== 'completed') throw new AppError('app.cancelled');
    return ended.result as RefreshResult;
  }

  return {
    http, sources, calendarById, tasks, refresher, refresh, settings: values,
    goOffline: (value: boolean) => void (offline = value),
    async close() {
      await tasks.close();
      await http.close();
    },
  };
}

/** Everything the store holds of a symbol, as one text a series: what two runs must agree on. */
export function barsText(store: Store, symbol: string): string[] {
  const instrument = store.read.instrument(symbol);
  if (instrument === null) return [];
  return store.read.seriesOf(instrument.id).map((series) => {
    const { time, open, high, low, close, volume, flags } = store.read.bars(series.id);
    const rows = [...time].map((at, index) => [at, open[index], high[index], low[index], close[index], volume[index], flags[index]].join(','));
    return `${series.origin} ${series.freq} ${series.basis}\n${rows.join('\n')}`;
  });
}

export const utc = (text: string): UtcMs => Date.parse(text) as UtcMs;
