import { createSeededRandom } from '../../shared/seeded-random.ts';
import type { Ports } from '../ports.ts';
import { readSetting, readSettings, type SettingSources } from '../settings/settings.ts';
import type { Http } from './http.ts';
import { createHttp } from './http/create-http.ts';
import { NetworkLedger, type LedgerStore } from './http/network-ledger.ts';

const addressInText = /https?:\/\/[^\s,;"'\]}]+/g;

/** The network door of a workspace, as its settings say at each request. */
export function openHttp({ clock, log, power, proxyFor, randomToken }: Ports, settings: SettingSources, store: LedgerStore): Http {
  const text = (key: string): string => String(readSetting(key, settings).value);
  return createHttp({
    clock,
    ledger: new NetworkLedger({ clock, log, store }),
    power,
    random: createSeededRandom(randomToken()).uniform,
    userAgent: () => text('network.userAgent'),
    offline: () => readSetting('network.offline', settings).value === true,
    trusts: (origin) => namedOrigins(settings).has(origin),
    proxyFor,
  });
}

/** The origins of every address that a setting of a source or feed names. */
function namedOrigins(settings: SettingSources): ReadonlySet<string> {
  const texts = readSettings(settings).filter(({ key }) => /^(sources|news)\./.test(key)).map(({ value }) => String(value));
  const addresses = texts.flatMap((value) => value.match(addressInText) ?? []);
  return new Set(addresses.filter((address) => URL.canParse(address)).map((address) => new URL(address).origin));
}
