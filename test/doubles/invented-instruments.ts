import type { SymbolRow } from '../../src/shared/contract/symbols.ts';
import type { UtcMs } from '../../src/shared/time.ts';

const chineseNames: readonly (readonly [string, string, string])[] = [
  ['600101', '东江电力', 'djdl'], ['600207', '长风科技', 'cfkj'], ['000333', '云岭白药', 'ylby'], ['300412', '海棠新材', 'htxc'], ['688088', '星河半导体', 'xhbdt'],
  ['601020', '江南银行', 'jnyh'], ['002150', '青禾食品', 'qhsp'], ['600888', '北岳重工', 'byzg'], ['000066', '南浦股份', 'npgf'], ['300750', '宁川动力', 'ncdl'],
];
const firstWords = ['Arbor', 'Basalt', 'Cinder', 'Dovetail', 'Ember', 'Falcon', 'Granite', 'Harbor', 'Indigo', 'Juniper', 'Kestrel', 'Larkspur', 'Meridian', 'Northwind', 'Osprey', 'Pinnacle', 'Quarry', 'Redwood', 'Summit', 'Tidewater'];
const lastWords = ['Industries', 'Systems', 'Foods', 'Energy', 'Health', 'Financial', 'Logistics', 'Materials', 'Software', 'Utilities'];

/** Invented rows, the same every time: mostly US, some Chinese, a coin with a tiny price, one without any price, one with markup for a name. */
export function inventedInstruments(count: number): SymbolRow[] {
  const random = seededRandom(20261120);
  return Array.from({ length: count }, (_, index): SymbolRow => {
    const close = Math.round((5 + random() * 400) * 100) / 100;
    const previousClose = Math.round((close / (1 + (random() - 0.5) * 0.08)) * 100) / 100;
    const chinese = index % 7 === 3 ? chineseNames[Math.floor(index / 7)] : undefined;
    const row: SymbolRow = {
      symbol: `XNYS:${code(index)}`, code: code(index), nameEn: `${firstWords[index % 20] ?? ''} ${lastWords[Math.floor(index / 20) % 10] ?? ''}`, nameZh: null, pinyin: null,
      market: 'US', kind: 'stock', currency: 'USD', freq: '1d', bars: 1259, from: '2021-11-22', to: '2026-11-20', close, previousClose: index % 31 === 5 ? close : previousClose, volume: Math.round(random() * 5e7),
      source: 'nasdaq.csv', fetchedAt: Date.UTC(2026, 10, 20, 22) as UtcMs, freshness: { state: 'fresh', sessionsBehind: 0, asOf: '2026-11-20' },
    };
    if (chinese !== undefined) return { ...row, symbol: `XSHG:${chinese[0]}`, code: chinese[0], nameEn: null, nameZh: chinese[1], pinyin: chinese[2], market: 'CN', currency: 'CNY' };
    if (index === 12) return { ...row, symbol: 'BINANCE:TINYUSDT', code: 'TINYUSDT', nameEn: 'Tiny coin', market: 'CRYPTO', kind: 'crypto', close: 0.00004217, previousClose: 0.00004103 };
    if (index === 15) return { ...row, bars: 0, from: null, to: null, close: null, previousClose: null, volume: null, source: null, fetchedAt: null, freshness: null };
    if (index === 18) return { ...row, nameEn: '<img src=x onerror=alert(1)>' };
    return row;
  });
}

function code(index: number): string {
  const letter = (place: number): string => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26));
  return `${letter(1)}${letter(0)}${String.fromCharCode(65 + ((index * 7) % 26))}`;
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
