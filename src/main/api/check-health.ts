import { statfsSync, statSync } from 'node:fs';
import type { Health, HealthComponent } from '../../shared/contract/app.ts';
import type { Ports } from '../ports.ts';
import type { Store } from '../store/store.ts';

const lowDiskBytes = 200_000_000;

/** The state of each component, tested for real at the moment of asking. */
export function checkHealth(ports: Ports, store: Store, file: string): Health {
  const components = [check('store', () => storeHealth(store, file)), check('disk', () => diskHealth(ports.paths.profile)), check('memory', memoryHealth)];
  const state =
    components.some((part) => part.state === 'failed') ? 'failed'
    : components.some((part) => part.state === 'degraded') ? 'degraded'
    : 'ok';
  return { state, version: ports.version, components };
}

function check(name: string, test: () => Omit<HealthComponent, 'name'>): HealthComponent {
  try {
    return { name, ...test() };
  } catch (error) {
    return { name, state: 'failed', code: `${name}.error`, facts: { problem: error instanceof Error ? error.message : String(error) } };
  }
}

/** A statement that reads the database's own pages; opening alone would not notice a damaged file. */
function storeHealth(store: Store, file: string): Omit<HealthComponent, 'name'> {
  const series = store.read.series();
  const bars = series.reduce((sum, one) => sum + one.bars, 0);
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return { state: 'ok', code: 'store.ok', facts: { symbols: store.read.instruments().length, series: series.length, bars, bytes } };
}

function diskHealth(folder: string): Omit<HealthComponent, 'name'> {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  return freeBytes < lowDiskBytes
    ? { state: 'degraded', code: 'disk.low', facts: { freeBytes } }
    : { state: 'ok', code: 'disk.ok', facts: { freeBytes } };
}

function memoryHealth(): Omit<HealthComponent, 'name'> {
  return { state: 'ok', code: 'memory.ok', facts: { residentBytes: process.memoryUsage.rss() } };
}
