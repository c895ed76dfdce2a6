import { AppError } from '../../shared/app-error.ts';
import { exchangeByMic } from '../../shared/exchanges.ts';
import type { Ports } from '../ports.ts';
import { readSetting, type SettingSources } from '../settings/settings.ts';
import type { Http } from './http.ts';
import type { Asked, Provider } from './provider.ts';
import { sourceCatalog, type SourceFacts } from './source-catalog.ts';
import type { SourceContext } from './source-context.ts';
import { createAlphaVantage } from './sources/alphavantage.ts';
import { createBinance } from './sources/binance.ts';
import { createEastMoney } from './sources/eastmoney.ts';
import { createSina } from './sources/sina.ts';
import { createTencent } from './sources/tencent.ts';
import { createYahoo } from './sources/yahoo.ts';

/** A source as it may be asked now. */
export interface Source {
  readonly facts: SourceFacts;
  readonly provider: Provider;
  /** Base addresses in force, by role. */
  readonly bases: () => Readonly<Record<string, string>>;
  readonly gapMs: () => number;
  readonly hasKey: () => Promise<boolean>;
}

/** Every source, and which to ask for an instrument. */
export interface Sources {
  readonly all: readonly Source[];
  /** Throws `source.unknown`. */
  byName(name: string): Source;
  /** The origins for an instrument's bars, in the order set for its market. */
  forInstrument(instrument: Asked): readonly Source[];
}

const makers: Readonly<Record<string, (context: SourceContext) => Provider>> = {
  yahoo: createYahoo, eastmoney: createEastMoney, tencent: createTencent, sina: createSina, binance: createBinance, alphavantage: createAlphaVantage,
};

export function openSources(http: Http, { clock, secrets }: Pick<Ports, 'clock' | 'secrets'>, settings: SettingSources): Sources {
  const valueOf = (key: string): string => String(readSetting(key, settings).value);
  const all = sourceCatalog.flatMap((facts): Source[] => {
    const { name, bases, pace, needsKey } = facts;
    const gapMs = (): number => Number(readSetting(`sources.${name}.gapMs`, settings).value);
    const base = (role: string): string => {
      const [own, main] = [valueOf(`sources.${name}.${role}`), valueOf(`sources.${name}.url`)];
      return (own === bases[role] && main !== bases['url'] ? main : own).replace(/\/+$/, '');
    };
    const key = async (): Promise<string | null> => (needsKey ? secrets.reveal(`sources.${name}.key`) : null);
    const provider = makers[name]?.({ http, clock, base, pace: () => ({ ...pace, gapMs: gapMs() }), key });
    if (provider === undefined) return [];
    return [{ facts, provider, gapMs, bases: () => Object.fromEntries(Object.keys(bases).map((role) => [role, base(role)])), hasKey: async () => !needsKey || (await key()) !== null }];
  });
  const byName = new Map(all.map((source) => [source.facts.name, source]));
  return {
    all,
    byName: (name) => {
      const source = byName.get(name);
      if (source === undefined) throw new AppError('source.unknown', { source: name, known: [...byName.keys()].join(', ') });
      return source;
    },
    forInstrument: (instrument) => {
      const names = valueOf(`sources.order.${marketOf(instrument)}`).split(',').map((name) => name.trim());
      return names.flatMap((name) => byName.get(name) ?? []).filter(({ provider }) => provider.covers(instrument));
    },
  };
}

/** The market whose order of sources holds. */
function marketOf({ mic, code, kind }: Asked): 'CN' | 'HK' | 'US' | 'CRYPTO' | 'OTHER' {
  if (mic === 'DEMO') return 'OTHER';
  if (kind === 'crypto') return 'CRYPTO';
  if (mic === 'INDEX' && /\.(SH|SZ|BJ)$/.test(code)) return 'CN';
  const market = exchangeByMic(mic)?.market;
  return market === 'CN' || market === 'HK' || market === 'US' || market === 'CRYPTO' ? market : 'OTHER';
}
