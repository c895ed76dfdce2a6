/** The number of listed A-shares for which the rank thresholds of this folder are stated. */
const referenceUniverse = 5500;

/** A rank or count stated for 5,500 names, in proportion for a universe of `size` names; at least 1. */
export function scaledCount(stated: number, size: number): number {
  return Math.max(1, Math.round((stated * size) / referenceUniverse));
}
