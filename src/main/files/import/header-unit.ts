import { halfWidth } from './half-width.ts';

const volumeUnits: readonly (readonly [RegExp, number])[] = [[/万手/, 1_000_000], [/万股/, 10_000], [/百股|手/, 100], [/股/, 1]];
const amountUnits: readonly (readonly [RegExp, number])[] = [[/亿元/, 100_000_000], [/百万元/, 1_000_000], [/万元/, 10_000], [/千元/, 1_000], [/元/, 1]];

/** The unit behind a Chinese header (`成交量(手)`, `成交额（万元）`, `成交量/手`) as shares or currency; null where there is none. */
export function headerUnit(header: string, role: 'volume' | 'amount'): number | null {
  const [, unit = ''] = /[([:/](.+)$/.exec(halfWidth(header)) ?? [];
  return (role === 'volume' ? volumeUnits : amountUnits).find(([pattern]) => pattern.test(unit))?.[1] ?? null;
}
