import { statfsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Health, HealthComponent } from '../../shared/contract/app.ts';
import { formatUtc } from '../../shared/time.ts';
import type { Ports } from '../ports.ts';
import type { Store } from '../store/store.ts';

const lowDiskBytes = 200_000_000;

/** The state of each component, tested for real at the moment of asking. */
export function checkHealth(ports: Ports, store: Store): Health {
  const components = [check('store', () => storeHealth(store)), check('disk', () => diskHealth(ports.paths.profile)), check('memory', memoryHealth)];
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

/**
 * Reads the database's own pages: opening alone would not notice a damaged file. What was found and mended at the start is told here
 * for as long as the app runs.
 */
function storeHealth(store: Store): Omit<HealthComponent, 'name'> {
  const series = store.read.series();
  const bars = series.reduce((sum, one) => sum + one.bars, 0);
  const { problem, recovery, bytes, walBytes } = store.health();
  const facts = { symbols: store.read.instruments().length, series: series.length, bars, bytes, walBytes };
  if (problem !== null) return { state: 'degraded', code: problem, facts };
  if (recovery === null) return { state: 'ok', code: 'store.ok', facts };
  const backup = recovery.backup === null ? 'none' : formatUtc(recovery.backup.at);
  return { state: 'degraded', code: 'store.recovered', facts: { ...facts, movedTo: basename(recovery.movedTo), reason: recovery.reason, backup } };
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
