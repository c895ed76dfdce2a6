/** One leg of a drawn path: so many sessions, to so many percent above where it began. */
type Leg = readonly [sessions: number, percent: number];

const legs: Readonly<Record<'divergence' | 'structure' | 'flip', readonly Leg[]>> = {
  // A long fall, a bounce, then a slower and slightly deeper low: the price falls on, momentum does not.
  divergence: [[24, -24], [9, 9], [26, -13], [6, 5], [8, -2]],
  // A rise, three overlapping swings that make a pivot zone, a leg out of it that fails to gain speed, and a tail that is still open.
  structure: [[22, 21], [9, -8], [10, 9], [9, -8.5], [10, 10], [9, -7], [16, 17], [9, -6], [12, 9], [6, -4]],
  // A decline that turns for good: the slow averages follow in the last sessions.
  flip: [[60, -24], [44, 34]],
};

/** Daily log returns along the legs, with a small zigzag so that bars overlap as real ones do. */
export function drawnPath(name: keyof typeof legs): number[] {
  return legs[name].flatMap(([sessions, percent]) => {
    const step = Math.log(1 + percent / 100) / sessions;
    return Array.from({ length: sessions }, (_, day) => step + (day % 3 === 1 ? -0.35 : 0.175) * Math.abs(step));
  });
}
