import { dayMs } from '../../shared/time.ts';
import type { SeriesClock } from './zone-clock.ts';

/** What changes at a tick, coarsest last: a later unit is labelled before an earlier one. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year';

export interface TimeTick {
  readonly index: number;
  readonly unit: TimeUnit;
  /** Wall-clock milliseconds of the bar. */
  readonly wallMs: number;
}

const minuteMs = 60_000;
const hourMs = 3_600_000;

interface Rank {
  readonly unit: TimeUnit;
  /** Changes its value where such a tick may stand. */
  key(wallMs: number): number;
}

const monthKey = (wallMs: number): number => {
  const date = new Date(wallMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};
const years = (count: number): Rank => ({ unit: 'year', key: (wallMs) => Math.floor(new Date(wallMs).getUTCFullYear() / count) });
const every = (unit: TimeUnit, stepMs: number): Rank => ({ unit, key: (wallMs) => Math.floor(wallMs / stepMs) });

/** From coarse to fine: a finer rank is used only where it fits between the labels already placed. */
const ranks: readonly Rank[] = [
  years(100),
  years(50),
  years(20),
  years(10),
  years(5),
  years(2),
  years(1),
  { unit: 'month', key: (wallMs) => Math.floor(monthKey(wallMs) / 6) },
  { unit: 'month', key: (wallMs) => Math.floor(monthKey(wallMs) / 3) },
  { unit: 'month', key: monthKey },
  // Weeks begin on Monday; 1970-01-05 was one.
  { unit: 'day', key: (wallMs) => Math.floor((wallMs - 4 * dayMs) / (7 * dayMs)) },
  every('day', dayMs),
  every('hour', 6 * hourMs),
  every('hour', 2 * hourMs),
  every('hour', hourMs),
  every('minute', 30 * minuteMs),
  every('minute', 10 * minuteMs),
  every('minute', 5 * minuteMs),
  every('minute', minuteMs),
];

/**
 * Where the time axis is labelled, oldest first. `indexes` are the bars that may carry a label (one a bucket), `leastGap` the fewest
 * bars between two labels. A tick stands on the first bar of its year, month, day …; ranks are used from coarse to fine until one
 * would crowd, so labels stay on the same bars while panning.
 */
export function timeTicks(time: Float64Array, indexes: readonly number[], clock: SeriesClock, leastGap: number): TimeTick[] {
  const wall = indexes.map((index) => clock(time[index] as number));
  const chosen = new Map<number, TimeTick>();
  for (const rank of ranks) {
    const places = placesOf(rank, wall);
    if (typicalGap(places, indexes) < leastGap) break;
    const coarser = [...chosen.keys()];
    let last = -Infinity;
    for (const place of places) {
      const index = indexes[place] as number;
      if (index - last < leastGap || coarser.some((other) => Math.abs(other - index) < leastGap)) continue;
      last = index;
      chosen.set(index, { index, unit: coarsest(wall[place] as number, wall[place - 1] as number, rank.unit), wallMs: wall[place] as number });
    }
  }
  return [...chosen.values()].sort((left, right) => left.index - right.index);
}

/** The places where a rank's key differs from the bar before. */
function placesOf(rank: Rank, wall: readonly number[]): number[] {
  const places: number[] = [];
  let previous = wall.length > 0 ? rank.key(wall[0] as number) : 0;
  for (let place = 1; place < wall.length; place++) {
    const key = rank.key(wall[place] as number);
    if (key !== previous) places.push(place);
    previous = key;
  }
  return places;
}

function typicalGap(places: readonly number[], indexes: readonly number[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < places.length; i++) gaps.push((indexes[places[i] as number] as number) - (indexes[places[i - 1] as number] as number));
  gaps.sort((left, right) => left - right);
  return gaps[Math.floor(gaps.length / 2)] ?? Infinity;
}

/** A day that is also the first of its year reads better as the year. */
function coarsest(wallMs: number, previous: number, unit: TimeUnit): TimeUnit {
  const [now, then] = [new Date(wallMs), new Date(previous)];
  if (now.getUTCFullYear() !== then.getUTCFullYear()) return 'year';
  if (now.getUTCMonth() !== then.getUTCMonth()) return 'month';
  return Math.floor(wallMs / dayMs) === Math.floor(previous / dayMs) ? unit : 'day';
}
