import { sliceBars, type BarColumns } from '../../shared/bars.ts';
import { levels } from './levels.ts';

interface LevelRecord {
  readonly side: 'support' | 'resistance';
  /** Past bars on which there was a nearest level. */
  readonly samples: number;
  /** Of those, the level was reached within `horizon` bars. */
  readonly reached: number;
  /** Of the reached ones, the close of the last bar of the horizon stood on the old side of the level. */
  readonly held: number;
}

/**
 * What became of the nearest support and resistance found at earlier bars, each from the bars before it only: how often the price
 * reached it within `horizon` bars, and how often it held. Bars `step` apart from the hundredth on.
 */
export function levelRecord(bars: BarColumns, tick: number | null, horizon: number, step: number): LevelRecord[] {
  const record = { support: { samples: 0, reached: 0, held: 0 }, resistance: { samples: 0, reached: 0, held: 0 } };
  for (let bar = 99; bar + horizon < bars.close.length; bar += step) {
    const found = levels(sliceBars(bars, Math.max(0, bar - 249), bar + 1), tick);
    const end = bars.close[bar + horizon] as number;
    for (const [side, level] of [['support', found?.supports[0]], ['resistance', found?.resistances[0]]] as const) {
      if (level === undefined) continue;
      const own = record[side];
      own.samples += 1;
      if (!touches(bars, bar + 1, bar + horizon, side, level.price)) continue;
      own.reached += 1;
      if (side === 'support' ? end >= level.price : end <= level.price) own.held += 1;
    }
  }
  return [
    { side: 'support', ...record.support },
    { side: 'resistance', ...record.resistance },
  ];
}

function touches({ high, low }: BarColumns, from: number, to: number, side: LevelRecord['side'], price: number): boolean {
  for (let bar = from; bar <= to; bar += 1) {
    if (side === 'support' ? (low[bar] as number) <= price : (high[bar] as number) >= price) return true;
  }
  return false;
}
