import { lookup } from 'node:dns/promises';
import PQueue from 'p-queue';
import { AppError } from '../../../shared/app-error.ts';
import type { Clock, Power } from '../../ports.ts';
import type { Http } from '../http.ts';
import { isPublicAddress } from './address-rules.ts';
import { attempt } from './attempt.ts';
import { checkUrl } from './check-url.ts';
import { Dispatchers, type ResolveName } from './dispatchers.ts';
import { Gate } from './gate.ts';
import { inTurn } from './in-turn.ts';
import { Lane, type Pace } from './lane.ts';
import type { NetworkLedger } from './network-ledger.ts';
import { publicPath } from './public-path.ts';

export interface HttpOptions {
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly ledger: NetworkLedger;
  /** Sleep and wake; null where the host does not tell. */
  readonly power: Pick<Power, 'onResume' | 'onSuspend'> | null;
  readonly userAgent: () => string;
  readonly offline: () => boolean;
  /** Origins on this machine that the user named as a base address: a local server may stand in for a source. */
  readonly trusts: (origin: string) => boolean;
  /** The proxy the system wants for a URL; null for none. */
  readonly proxyFor?: (url: URL) => Promise<string | null>;
  readonly isAllowedAddress?: (address: string) => boolean;
  readonly resolveName?: ResolveName;
  /** For one try, from the first byte sent to the last one read. */
  readonly deadlineMs?: number;
}

const maxConcurrency = 8;
const usualPace: Pace = { concurrency: 2, gapMs: 200 };
const usualDeadlineMs = 30_000;
/** A machine that wakes needs a moment until it has a network; what is asked before counts against the origins. */
const wakeMs = 5_000;
/** A machine that has run so long after it said that it would sleep did not sleep, or does not tell that it woke. */
const longestSleepMs = 120_000;
const systemResolve: ResolveName = (hostname) => lookup(hostname, { all: true });

/** Opens the door to the network. Nothing is loaded or connected before the first request. */
export function createHttp(options: HttpOptions): Http {
  const { clock, random, ledger, power, offline, userAgent, trusts, proxyFor = async () => null, isAllowedAddress = isPublicAddress, resolveName = systemResolve, deadlineMs = usualDeadlineMs } = options;
  const rules = { trusts, isAllowedAddress };
  const dispatchers = new Dispatchers({ isAllowedAddress, resolveName, proxyFor });
  const context = { clock, dispatchers, rules, ledger, userAgent, deadlineMs };
  const lanes = new Map<string, Lane>();
  const together = new PQueue({ concurrency: maxConcurrency });
  const closing = new AbortController();
  const gate = new Gate();
  let cancelOpening = (): void => undefined;
  const stopHearing = [
    power?.onSuspend(() => {
      cancelOpening();
      gate.shut();
      cancelOpening = clock.after(longestSleepMs, () => gate.open());
    }),
    power?.onResume(() => {
      cancelOpening();
      cancelOpening = clock.after(wakeMs, () => gate.open());
    }),
  ];

  function laneOf(origin: string, pace: Pace): Lane {
    const known = lanes.get(origin);
    if (known !== undefined) {
      known.setPace(pace);
      return known;
    }
    const lane = new Lane({ clock, random, pace });
    lanes.set(origin, lane);
    return lane;
  }

  return {
    async get(request) {
      const url = new URL(request.url);
      for (const [name, value] of Object.entries(request.secretQuery ?? {})) url.searchParams.set(name, value);
      const stopped = (error: unknown): never => {
        const outcome = error instanceof AppError ? error.code : 'app.bug';
        ledger.add({ at: clock.now(), host: url.host, path: publicPath(url, Object.keys(request.secretQuery ?? {})), status: null, bytes: 0, ms: 0, outcome });
        throw error;
      };
      try {
        checkUrl(url, rules);
      } catch (error) {
        return stopped(error);
      }
      const signal = request.signal === undefined ? closing.signal : AbortSignal.any([closing.signal, request.signal]);
      const lane = laneOf(url.origin, request.pace ?? usualPace);
      const once = () => together.add(() => attempt(context, url, request, signal));
      return lane.run(() => inTurn({ host: url.host, lane, gate, clock, random, offline, signal, attempt: once, stopped }), signal);
    },
    ledger: (limit) => ledger.list(limit),
    origin: (origin) => {
      const lane = lanes.get(origin);
      if (lane === undefined) return null;
      const { state, until } = lane.breaker.state(clock.now());
      return { origin, breaker: state, until, waiting: lane.waiting, lastSuccess: lane.lastSuccess, lastFailure: lane.lastFailure };
    },
    async close() {
      for (const stop of stopHearing) stop?.();
      cancelOpening();
      closing.abort(new AppError('app.closing'));
      await dispatchers.close();
      ledger.save();
    },
  };
}
