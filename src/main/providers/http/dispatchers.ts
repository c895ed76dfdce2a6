import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';

/** Every address of a host name. */
export type ResolveName = (hostname: string) => Promise<readonly LookupAddress[]>;

interface DispatcherOptions {
  readonly resolveName: ResolveName;
  readonly isAllowedAddress: (address: string) => boolean;
  /** The proxy the system wants for a URL; null for none. */
  readonly proxyFor: (url: URL) => Promise<string | null>;
}

/** The code with which a connection to an address that is not allowed fails. */
export const refusedAddressCode = 'ERR_ADDRESS_REFUSED';

const connectTimeoutMs = 10_000;
const headersTimeoutMs = 20_000;
const bodyTimeoutMs = 20_000;
const times = { headersTimeout: headersTimeoutMs, bodyTimeout: bodyTimeoutMs };

/** Connections by the way a request goes: straight to a public address, to this machine, or through a proxy. Loaded when first used. */
export class Dispatchers {
  readonly #byWay = new Map<string, Promise<Dispatcher>>();
  readonly #options: DispatcherOptions;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  async for(url: URL, place: 'public' | 'local'): Promise<Dispatcher> {
    const proxy = place === 'local' ? null : await this.#options.proxyFor(url);
    const way = proxy ?? place;
    let dispatcher = this.#byWay.get(way);
    if (dispatcher === undefined) this.#byWay.set(way, (dispatcher = this.#open(place, proxy)));
    return dispatcher;
  }

  async close(): Promise<void> {
    const open = [...this.#byWay.values()];
    this.#byWay.clear();
    await Promise.all(open.map(async (dispatcher) => (await dispatcher).destroy()));
  }

  async #open(place: 'public' | 'local', proxy: string | null): Promise<Dispatcher> {
    const { Agent, ProxyAgent } = await import('undici');
    // A proxy resolves names itself; literal addresses were refused before.
    if (proxy !== null) return new ProxyAgent({ uri: proxy, ...times });
    if (place === 'local') return new Agent({ connect: { timeout: connectTimeoutMs }, ...times });
    return new Agent({ connect: { timeout: connectTimeoutMs, lookup: this.#lookup }, ...times });
  }

  /** A public name may resolve to a private address, today or on the second look: what is connected to is checked. */
  readonly #lookup: LookupFunction = (hostname, { all }, callback) => void this.#answerLookup(hostname, all === true, callback);

  async #answerLookup(hostname: string, all: boolean, callback: Parameters<LookupFunction>[2]): Promise<void> {
    try {
      const addresses = await this.#options.resolveName(hostname);
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !this.#options.isAllowedAddress(address))) {
        throw Object.assign(new Error(`${hostname} resolves to an address that is not public`), { code: refusedAddressCode });
      }
      if (all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)), '');
    }
  }
}
