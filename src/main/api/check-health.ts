import { statfsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Health, HealthComponent } from '../../shared/contract/app.ts';
import { formatUtc } from '../../shared/time.ts';
import type { Cache } from '../cache/cache.ts';
import type { Scheduler } from '../jobs/scheduler.ts';
import type { Ports } from '../ports.ts';
import type { Http } from '../providers/http.ts';
import { isLeftAlone } from '../providers/is-left-alone.ts';
import type { Sources } from '../providers/sources.ts';
import type { Store } from '../store/store.ts';

const lowDiskBytes = 200_000_000;
/** One failure may be a moment's; so many in a row are told. */
const failingTries = 3;

interface Checked {
  readonly store: Store;
  readonly cache: Pick<Cache, 'health'>;
  readonly jobs: Pick<Scheduler, 'board'>;
  readonly sources: Pick<Sources, 'all'>;
  readonly http: Pick<Http, 'origin'>;
}

/** The state of each component, tested for real at the moment of asking. */
export function checkHealth(ports: Ports, { store, cache, jobs, sources, http }: Checked): Health {
  const components = [
    check('store', () => storeHealth(store)),
    check('cache', () => cacheHealth(cache)),
    check('jobs', () => jobsHealth(jobs)),
    check('sources', () => sourcesHealth(sources, http)),
    check('disk', () => diskHealth(ports.paths.profile)),
    check('memory', memoryHealth),
  ];
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

/** A level that fails costs answers their speed, not the desk its work. */
function cacheHealth(cache: Pick<Cache, 'health'>): Omit<HealthComponent, 'name'> {
  const levels = cache.health();
  const facts = Object.fromEntries(levels.flatMap(({ level, state, problem }) => [[level, state], ...(problem === null ? [] : [[`${level}Problem`, problem]])]));
  return levels.some(({ state }) => state === 'degraded') ? { state: 'degraded', code: 'cache.degraded', facts } : { state: 'ok', code: 'cache.ok', facts };
}

function jobsHealth(jobs: Pick<Scheduler, 'board'>): Omit<HealthComponent, 'name'> {
  const board = jobs.board();
  const failing = board.jobs.filter(({ enabled, attempts }) => enabled && attempts >= failingTries).map(({ name }) => name);
  const nextRefresh = board.paused ? null : (board.jobs.find(({ name }) => name === 'bars')?.nextAt ?? null);
  const facts = { jobs: board.jobs.length, running: board.jobs.filter(({ running }) => running !== null).length, paused: board.paused, active: board.active, failing: failing.join(' '), nextRefresh: nextRefresh === null ? '' : formatUtc(nextRefresh) };
  return failing.length > 0 ? { state: 'degraded', code: 'jobs.failing', facts } : { state: 'ok', code: 'jobs.ok', facts };
}

/** One that is left alone costs what it alone delivers; others answer for the rest. */
function sourcesHealth({ all }: Pick<Sources, 'all'>, http: Pick<Http, 'origin'>): Omit<HealthComponent, 'name'> {
  const failing = all.filter((source) => isLeftAlone(source, http)).map(({ facts }) => facts.name);
  const facts = { sources: all.length, answering: all.length - failing.length, failing: failing.join(' ') };
  return failing.length > 0 ? { state: 'degraded', code: 'sources.failing', facts } : { state: 'ok', code: 'sources.ok', facts };
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
