import { ChanEngine } from '../../../analysis/chan/chan-engine.ts';
import { parseChanConfig } from '../../../analysis/chan/parse-chan-config.ts';
import { readResonance, type ChanLevel, type ResonancePoint } from '../../../analysis/chan/resonance.ts';
import { AppError } from '../../../shared/app-error.ts';
import { wallClock } from '../../../shared/calendar/zone-clock.ts';
import type { ResonanceAnswer, ResonanceMark } from '../../../shared/contract/chan.ts';
import { isIntraday, type Frequency } from '../../../shared/frequency.ts';
import { dayMs, type UtcMs } from '../../../shared/time.ts';
import type { BarSource } from '../bar-source.ts';
import { readBarsOf } from '../read-bars.ts';
import { timeText } from '../time-text.ts';
import type { AnalysisSource } from './analysis-source.ts';

/** The timeframes read together, the longest first; those that cannot be made from what is stored are left out. */
const levelsOf: Readonly<Record<Frequency, readonly Frequency[]>> = {
  '1m': ['30m', '5m', '1m'], '5m': ['1d', '30m', '5m'], '15m': ['1d', '1h', '15m'], '30m': ['1w', '1d', '30m'], '1h': ['1w', '1d', '1h'],
  '4h': ['1w', '1d', '4h'], '1d': ['1M', '1w', '1d'], '1w': ['1M', '1w'], '1M': ['1M'],
};

/** All levels come from one series, so a fault between two of them is a holiday, not a gap in the data. */
const limits = { childless: Infinity, misdated: Infinity };

/** How the Chan structures of several timeframes agree, and how far down the latest point of the longest can be followed. */
export function resonancePart(source: AnalysisSource, { asOf, overrides }: { readonly asOf?: string | undefined; readonly overrides: unknown }, from: BarSource): ResonanceAnswer {
  const { instrument, freq, basis, header } = source;
  if (basis === 'forwardAdditive') throw new AppError('analysis.basis', { indicator: 'chan', field: 'basis', value: basis, allowed: 'raw, split, total' });
  const config = parseChanConfig(overrides);
  const levels = levelsOf[freq].map((frequency): ChanLevel => {
    const { columns: bars } = frequency === freq ? { columns: source.bars } : readBarsOf(from, instrument, { freq: frequency, adjust: 'none', ...(asOf === undefined ? {} : { asOf }) });
    const engine = new ChanEngine(config, bars.time.length);
    engine.load(bars);
    return { frequency, engine, wallClockMs: bars.time.map((time) => (isIntraday(frequency) ? wallClock(instrument.zone, time as UtcMs) : (time + 1) * dayMs - 60_000)) };
  });
  // A timeframe with too few bars for a segment says nothing of direction, one without a point nothing of where the point lies.
  const { direction, agreement } = readResonance(levels.slice(firstWith(levels, ({ engine }) => engine.strokeLevel.segments.segments.length > 0)), limits);
  const firstPoint = firstWith(levels, ({ engine }) => engine.strokeLevel.points.latest !== null);
  const followed = readResonance(levels.slice(firstPoint), limits);
  const readings = [...readResonance(levels.slice(0, firstPoint), limits).levels, ...followed.levels];
  return {
    ...header,
    freq,
    direction,
    agreement,
    depth: followed.depth,
    levels: readings.map(({ frequency, stroke, segment, zone, latest, nested }, at) => {
      const time = levels[at]?.engine.bars.time ?? new Float64Array(0);
      return { freq: frequency, bars: levels[at]?.engine.bars.count ?? 0, stroke, segment, zone, latest: markOf(latest, frequency, time), nested: markOf(nested, frequency, time) };
    }),
  };
}

function firstWith(levels: readonly ChanLevel[], has: (level: ChanLevel) => boolean): number {
  const found = levels.findIndex(has);
  return found === -1 ? levels.length : found;
}

function markOf(point: ResonancePoint | null, freq: Frequency, time: Float64Array): ResonanceMark | null {
  if (point === null) return null;
  const { side, types, bar, age, isProvisional } = point;
  return { side, types, date: timeText({ freq }, time[bar] ?? NaN), age, isProvisional };
}
