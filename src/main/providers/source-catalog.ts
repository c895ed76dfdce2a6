import type { SettingDefinition } from '../settings/setting-definition.ts';
import type { Pace } from './http/lane.ts';

/** What is known of a source before it is asked. */
export interface SourceFacts {
  readonly name: string;
  /** As people know it. */
  readonly title: string;
  /** Its base addresses by role; each is a setting, and one that stands on its own when only `url` was changed follows it. */
  readonly bases: Readonly<Record<string, string>>;
  readonly pace: Pace;
  /** Symbols after which it is known to lock a caller out; a larger run asks it last. */
  readonly bulkLimit: number | null;
  readonly needsKey: boolean;
}

/** Every source with an adapter. Gaps are what their users found to be borne. */
export const sourceCatalog: readonly SourceFacts[] = [
  { name: 'yahoo', title: 'Yahoo Finance', bases: { url: 'https://query2.finance.yahoo.com' }, pace: { concurrency: 2, gapMs: 300 }, bulkLimit: null, needsKey: false },
  {
    name: 'eastmoney', title: '东方财富 East Money', bases: { url: 'https://push2his.eastmoney.com', listUrl: 'https://push2.eastmoney.com', dataUrl: 'https://datacenter-web.eastmoney.com' },
    pace: { concurrency: 1, gapMs: 1_000 }, bulkLimit: 150, needsKey: false,
  },
  {
    name: 'tencent', title: '腾讯 Tencent', bases: { url: 'https://web.ifzq.gtimg.cn', quoteUrl: 'https://qt.gtimg.cn' },
    pace: { concurrency: 2, gapMs: 200 }, bulkLimit: null, needsKey: false,
  },
  {
    name: 'sina', title: '新浪 Sina', bases: { url: 'https://quotes.sina.cn', quoteUrl: 'https://hq.sinajs.cn' },
    pace: { concurrency: 1, gapMs: 500 }, bulkLimit: null, needsKey: false,
  },
  { name: 'binance', title: 'Binance', bases: { url: 'https://api.binance.com' }, pace: { concurrency: 2, gapMs: 100 }, bulkLimit: null, needsKey: false },
  { name: 'alphavantage', title: 'Alpha Vantage', bases: { url: 'https://www.alphavantage.co' }, pace: { concurrency: 1, gapMs: 1_200 }, bulkLimit: 20, needsKey: true },
];

/** Which sources are asked for a market, in order: independent origins, the best first. */
export const defaultOrder: Readonly<Record<string, string>> = {
  CN: 'eastmoney,tencent,sina,yahoo',
  HK: 'yahoo,tencent,eastmoney',
  US: 'yahoo,alphavantage',
  CRYPTO: 'binance,yahoo',
  OTHER: 'yahoo,alphavantage',
};

/** The settings by which sources are bent: addresses, gaps, orders. */
export const sourceSettings: Readonly<Record<string, SettingDefinition>> = Object.fromEntries([
  ...sourceCatalog.flatMap(({ name, bases, pace }) => [
    ...Object.entries(bases).map(([role, address]) => [`sources.${name}.${role}`, { type: 'text', default: address, maxLength: 300 }] as const),
    [`sources.${name}.gapMs`, { type: 'number', default: pace.gapMs, min: 0, max: 600_000 }] as const,
  ]),
  ...Object.entries(defaultOrder).map(([market, order]) => [`sources.order.${market}`, { type: 'text', default: order, maxLength: 200 }] as const),
]);
