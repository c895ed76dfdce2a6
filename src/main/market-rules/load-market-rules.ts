import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { MarketRulesTable } from '../../shared/market-rules/market-rules.ts';

const texts = z.array(z.string()).readonly();
const dated = { from: z.iso.date(), boards: texts.exactOptional() };
const percent = z.number().positive().nullable();
const table = z.strictObject({
  id: z.string(),
  mics: texts,
  note: z.string(),
  verifiedTo: z.iso.date(),
  boards: z.array(z.strictObject({ board: z.string(), mics: texts, prefixes: texts })).readonly(),
  limits: z.array(z.strictObject({ ...dated, upPercent: percent, downPercent: percent, status: z.literal('riskWarning').exactOptional() })).readonly(),
  listing: z.array(z.strictObject({ ...dated, sessions: z.int().positive(), upPercent: percent, downPercent: percent })).readonly(),
  lots: z.array(z.strictObject({ ...dated, minimum: z.number().nonnegative(), step: z.number().nonnegative() })).readonly(),
  ticks: z.array(z.strictObject({ ...dated, bands: z.array(z.strictObject({ below: z.number().positive().nullable(), tick: z.number().positive() })).readonly() })).readonly(),
  settlement: z.array(z.strictObject({ ...dated, sessions: z.int().nonnegative() })).readonly(),
  levies: z.array(z.strictObject({ ...dated, name: z.string(), buy: z.number().nonnegative(), sell: z.number().nonnegative() })).readonly(),
}) satisfies z.ZodType<MarketRulesTable>;

/** The rules table of an exchange, or null where none is known. */
export type MarketRulesByMic = (mic: string) => MarketRulesTable | null;

/** The market rules of `resources/market-rules`, read when first asked for. */
export function loadMarketRules(resources: string): MarketRulesByMic {
  let tables: ReadonlyMap<string, MarketRulesTable> | null = null;
  return (mic) => {
    tables ??= readAll(join(resources, 'market-rules'));
    return tables.get(mic) ?? null;
  };
}

function readAll(folder: string): ReadonlyMap<string, MarketRulesTable> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const tables = files.map((name) => table.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return new Map(tables.flatMap((one) => one.mics.map((mic) => [mic, one] as const)));
}
