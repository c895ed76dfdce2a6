import { ruleLeaves, type Rule } from './rule.ts';

/** Fields known on the newest dates only. */
const recent: ReadonlySet<string> = new Set(['rank', 'rankChange', 'rankChangePercent', 'risk', 'needle', 'signalStrength', 'signalCount', 'turnover']);

/** The first field of a rule that is not known on every past bar as it was then; null for a rule that can be played over the past. */
export function historyGap(rule: Rule): string | null {
  const fields = ruleLeaves(rule).flatMap(({ left, right }) => [left, right]).flatMap((side) => (side.kind === 'field' ? [side.field] : []));
  return fields.find((field) => recent.has(field)) ?? null;
}

/** Whether a rule asks for figures that the ranking of a universe gives for its last date alone. */
export function needsModels(rule: Rule): boolean {
  return ruleLeaves(rule).some(({ left, right }) => [left, right].some((side) => side.kind === 'field' && ['risk', 'needle', 'signalStrength', 'signalCount'].includes(side.field)));
}
