import type { FirstSeenEntry } from './first-seen-log.ts';

/**
 * What a kept log has to learn from a log computed anew over the same series: entries that are new or changed. What was seen first stays
 * first, and what was final stays final: a corrected bar can only make an element vanish, at the time of the newest bar. Elements that
 * are there again after they had vanished get an entry of their own.
 */
export function mergeFirstSeen(kept: readonly FirstSeenEntry[], computed: readonly FirstSeenEntry[], newestTime: number): FirstSeenEntry[] {
  const changed: FirstSeenEntry[] = [];
  const byKey = Map.groupBy(kept, nameOf);
  const computedTimes = new Set(computed.map(lifeOf));
  const present = new Set<FirstSeenEntry>();
  for (const entry of computed) {
    const known = byKey.get(nameOf(entry)) ?? [];
    // Seen first at another time after a correction, it is still the element that was there.
    const other = known.find((candidate) => candidate.vanished === null && !computedTimes.has(lifeOf(candidate)));
    const same = known.find(({ firstSeen }) => firstSeen === entry.firstSeen) ?? (entry.vanished === null ? other : undefined);
    if (same === undefined) {
      changed.push(entry);
      continue;
    }
    if (entry.vanished === null && same.vanished !== null) {
      const later = known.find(({ vanished }) => vanished === null);
      if (later === undefined) changed.push({ ...entry, firstSeen: newestTime, lastMoved: newestTime });
      else present.add(later);
      continue;
    }
    present.add(same);
    const next = { ...same, lastMoved: Math.max(same.lastMoved, entry.lastMoved), final: same.final ?? entry.final, vanished: same.vanished ?? entry.vanished };
    if (next.lastMoved !== same.lastMoved || next.final !== same.final || next.vanished !== same.vanished) changed.push(next);
  }
  for (const entry of kept) if (entry.vanished === null && !present.has(entry)) changed.push({ ...entry, vanished: newestTime });
  return changed;
}

function nameOf({ part, key }: FirstSeenEntry): string {
  return `${part} ${key}`;
}

function lifeOf(entry: FirstSeenEntry): string {
  return `${nameOf(entry)} ${entry.firstSeen}`;
}
