import { halfWidth } from './half-width.ts';

const thousands: readonly [RegExp, number] = [/^(['’]?000|k\b|thousand|tsd)/i, 1_000];
const millions: readonly [RegExp, number] = [/^(mm?|mn|mio|mln|millions?)\b/i, 1_000_000];
const volumeUnits: readonly (readonly [RegExp, number])[] = [[/万手/, 1_000_000], [/万股/, 10_000], [/千股/, 1_000], [/百股|手/, 100], [/股/, 1], thousands, millions];
const amountUnits: readonly (readonly [RegExp, number])[] = [
  [/亿元/, 100_000_000], [/百万元/, 1_000_000], [/万元/, 10_000], [/千元/, 1_000], [/元/, 1], thousands, millions,
];

/** The unit behind a header (`成交量(手)`, `成交额（万元）`, `成交量/手`, `Volume (000s)`) as shares or currency; null where there is none. */
export function headerUnit(header: string, role: 'volume' | 'amount'): number | null {
  const [, unit = ''] = /[([:/]\s*(.+)$/.exec(halfWidth(header)) ?? [];
  return (role === 'volume' ? volumeUnits : amountUnits).find(([pattern]) => pattern.test(unit))?.[1] ?? null;
}
